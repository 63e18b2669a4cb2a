// Which states a typed text may mean, where no server can be asked: names of all languages from search.json.
// Pure; the server's own answer (api/v1/suggest) goes by the same order.

export interface SearchState { key: string; name: string; names: string[]; current?: boolean }
export interface Suggestion { key: string; name: string; matched: string }

const letters: Record<string, string> = { 'ß': 'ss', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', 'ħ': 'h', 'ʻ': '', 'ʼ': '', '’': '', "'": '' };

// Without case, accents and punctuation; letters of every script stay.
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g, '').replace(/[ßłøđðþæœıħʻʼ’']/g, (c) => letters[c] ?? c).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

// 0 whole name, 1 its beginning, 2 the beginning of a word, 3 somewhere within (three letters at least); none: null.
export function match_rank(folded_name: string, typed: string): number | null {
  if (folded_name === typed) return 0;
  if (folded_name.startsWith(typed)) return 1;
  if (folded_name.includes(' ' + typed)) return 2;
  return typed.length >= 3 && folded_name.includes(typed) ? 3 : null;
}

interface Entry { folded: string; name: string; state: SearchState }

export class NameIndex {
  private readonly entries: Entry[] = [];

  constructor(states: readonly SearchState[]) {
    for (const state of states) {
      for (const name of [state.name, state.key, ...state.names]) this.entries.push({ folded: fold(name), name, state });
    }
  }

  suggest(text: string, most = 8): Suggestion[] {
    const typed = fold(text);
    if (!typed) return [];
    const best = new Map<string, { rank: number; entry: Entry }>();
    for (const entry of this.entries) {
      const rank = match_rank(entry.folded, typed);
      if (rank === null) continue;
      const had = best.get(entry.state.key);
      if (!had || rank < had.rank || (rank === had.rank && entry.folded.length < had.entry.folded.length)) best.set(entry.state.key, { rank, entry });
    }
    // States that are before those that were; whole names before beginnings; short before long.
    const gone = (entry: Entry): number => (entry.state.current === false ? 1 : 0);
    return [...best.values()]
      .sort((one, other) => Math.min(one.rank, 1) - Math.min(other.rank, 1) || gone(one.entry) - gone(other.entry) || one.rank - other.rank
        || one.entry.folded.length - other.entry.folded.length || one.entry.state.name.localeCompare(other.entry.state.name))
      .slice(0, most)
      .map(({ entry }) => ({ key: entry.state.key, name: entry.state.name, matched: entry.name }));
  }
}

// "Germany – Kazakhstan", "Germany and Kaz", "Deutschland/Kasachstan": what is finished, and what is being typed.
export function split_pair(text: string): { first: string | null; rest: string } {
  const parted = /^(.*?\S)(?:\s+[–—-]\s*|\s*[–—/⇄↔]\s*|\s+(?:and|und|with|mit|vs\.?)\s+)(.*)$/iu.exec(text);
  return parted ? { first: parted[1] ?? '', rest: (parted[2] ?? '').trim() } : { first: null, rest: text.trim() };
}
