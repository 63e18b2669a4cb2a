// Numbers for people, as the C++ side writes them (base/number.hpp, base/german.hpp): groups of three from five digits on, years without
// separators, the unit behind a no-break space. English has narrow spaces and a point; German full stops, the comma and German words.

export type Language = 'en' | 'de';
const narrow = '\u202f', no_break = '\u00a0', minus = '\u2212';

const words: Record<Language, [number, string][]> = {
  en: [[1e12, 'trillion'], [1e9, 'bn'], [1e6, 'million']],
  de: [[1e12, 'Bio.'], [1e9, 'Mrd.'], [1e6, 'Mio.']],
};

function fixed(value: number, decimals: number): string {
  let text = value.toFixed(decimals);
  if (text.includes('.')) text = text.replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

export function number_words(value: number, language: Language, decimals = 0): string {
  const plain = fixed(Math.abs(value), decimals);
  const [whole = '0', rest] = plain.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : narrow) : whole;
  const sign = value < 0 && plain !== '0' ? minus : '';
  return sign + grouped + (rest ? (language === 'de' ? ',' : '.') + rest : '');
}

function digits_for(size: number): number {
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

// 8750000000 → "8.75 bn"; 1128201 → "1.13 million"; 12300 → "12 300"; 0.1234 → "0.123".
export function value_words(value: number, unit: string, language: Language): string {
  const size = Math.abs(value);
  const scale = words[language].find(([least]) => size >= least * 0.9995);
  let text: string;
  if (scale) {
    const shown = value / scale[0];
    text = number_words(shown, language, digits_for(Math.abs(shown))) + no_break + scale[1];
  } else {
    text = number_words(value, language, size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 3);
  }
  const end = unit_words(unit, language);
  return end ? text + no_break + end : text;
}

export function unit_words(unit: string, language: Language): string {
  if (unit === 'percent' || unit === '%') return '%';
  if (language === 'de') return { persons: 'Personen', companies: 'Unternehmen', index: 'Index' }[unit] ?? unit;
  return unit === 'index' ? 'index' : unit;
}

// The ticks of an axis share one scale; the highest carries the words.
export function tick_words(value: number, step: number, most: number, with_unit: string | null, language: Language): string {
  const scale = words[language].find(([least]) => most >= least);
  const by = scale ? scale[0] : 1;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step / by) - 1e-9));
  let text = number_words(value / by, language, decimals);
  if (with_unit === null) return text;
  if (scale) text += no_break + (language === 'en' && scale[1] === 'bn' ? 'billion' : scale[1]);
  const end = unit_words(with_unit, language);
  return end ? text + no_break + end : text;
}

// At most 15 significant digits, as the program's own JSON and CSV have them.
export function exact(value: number): string {
  return String(Number(value.toPrecision(15)));
}

export function year_words(x: number, language: Language): string {
  if (Number.isInteger(x)) return String(x);
  const year = Math.floor(x), month = Math.min(11, Math.floor((x - year) * 12 + 1e-6));
  return new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month, 15)));
}
