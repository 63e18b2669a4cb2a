// How rows are ordered: numbers by value, words as the reader's language has them, what is missing always last. Pure.

export type Key = number | string | null;
export interface Order { column: number; descending: boolean }

export function make_compare(language: string): (one: Key, other: Key) => number {
  const collator = new Intl.Collator(language, { numeric: true });
  return (one, other) => {
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return collator.compare(String(one), String(other));
  };
}

// A new order of the places 0..count-1; equal rows keep theirs.
export function ordered(count: number, key: (row: number) => Key, descending: boolean, compare: (one: Key, other: Key) => number): number[] {
  const rows = Array.from({ length: count }, (_, i) => ({ i, key: key(i) }));
  rows.sort((one, other) => {
    if (one.key === null || other.key === null) return (one.key === null ? 1 : 0) - (other.key === null ? 1 : 0) || one.i - other.i;
    return (descending ? compare(other.key, one.key) : compare(one.key, other.key)) || one.i - other.i;
  });
  return rows.map((row) => row.i);
}

// "5 008" with whatever blanks between, "1,5" never: only what a cell's data-value lacks. Nothing numeric: null.
export function number_of(text: string): number | null {
  const plain = text.replace(/[\s\u202f\u00a0\u2009]/g, '').replace('\u2212', '-');
  const found = /^[^\d-]*(-?\d+(?:\.\d+)?)/.exec(plain);
  return found?.[1] ? Number(found[1]) : null;
}
