// The drawings of a dossier as its JSON has them (docs/dossier-json.md), and what the reader may change about them:
// currency, whose figures, which lines, period. Pure: a choice makes a new chart out of the old one.
import type { Rates } from '../page';

// Hues: a and b are the two states of a page; c to f further lines of a comparison.
export type Side = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';  // c to f: of comparisons
export type Books = 'a' | 'b';
export interface Point { x: number; y: number | null; why?: string; suspect?: boolean; label?: string }
export interface Series { name: string; side?: Side; dashed?: boolean; points: Point[]; cites?: number[] }
export interface Mark { x: number; text: string }
export interface LineChart {
  type: 'line_chart'; indicator?: string; title: string; subtitle: string; unit: string; log_scale: boolean;
  series: Series[]; bands?: [number, number][]; marks?: Mark[]; source_line?: string;
}
export interface BarChart { type: 'bar_chart'; title: string; subtitle: string; unit: string; bars: { name: string; value: number; text: string; side?: Side; highlighted?: boolean }[]; source_line?: string }
export interface MapPoint { label: string; kind: string; longitude: number; latitude: number; side?: Side }
export interface MapChart { type: 'map'; title: string; subtitle: string; center?: [number, number]; points: MapPoint[]; policy?: string }
export interface Entry { from: number; to: number; date: string; text: string; side?: Side; cites?: number[] }
export interface Timeline { type: 'timeline'; title: string; entries: Entry[] }
export type Block = LineChart | BarChart | MapChart | Timeline | { type: 'paragraph' | 'list' | 'definitions' | 'table' | 'gap' };

export interface Period { from: number; to: number }

// "USD" → ["USD", 1]; "million USD" → ["USD", 1e6]; no money: null.
export function money_of(unit: string): [string, number] | null {
  const parts = /^(?:(million|billion|thousand) )?([A-Z]{3})$/.exec(unit);
  if (!parts?.[2]) return null;
  return [parts[2], { million: 1e6, billion: 1e9, thousand: 1e3 }[parts[1] ?? ''] ?? 1];
}

// Currencies into which something of this chart can be put: those with a rate for at least one of its years.
export function currencies_for(chart: LineChart, rates: Rates | undefined): string[] {
  const money = money_of(chart.unit);
  if (!money || !rates) return [];
  const known = (currency: string, year: number): boolean => currency === 'USD' || rates[currency]?.[String(Math.floor(year))] !== undefined;
  const all = new Set([money[0], 'USD', ...Object.keys(rates)]);
  const points = chart.series.flatMap((series) => series.points).filter((point) => point.y !== null && known(money[0], point.x));
  return [...all].filter((currency) => currency === money[0] || points.some((point) => known(currency, point.x)));
}

// By the mean rate of each year. A year without a rate becomes a gap that says so: never another year's rate.
export function in_currency(chart: LineChart, currency: string, rates: Rates, no_rate: string): LineChart {
  const money = money_of(chart.unit);
  if (!money || (money[0] === currency && money[1] === 1)) return chart;
  const per_dollar = (which: string, year: number): number | undefined => (which === 'USD' ? 1 : rates[which]?.[String(Math.floor(year))]);
  const series = chart.series.map((one) => ({
    ...one,
    points: one.points.map((point): Point => {
      if (point.y === null) return point;
      const { label: _label, ...rest } = point;
      if (currency === money[0]) return { ...rest, y: point.y * money[1] };
      const from = per_dollar(money[0], point.x), to = per_dollar(currency, point.x);
      return from === undefined || to === undefined ? { x: point.x, y: null, why: no_rate } : { ...rest, y: (point.y * money[1] * from) / to };
    }),
  }));
  return { ...chart, unit: currency, series };
}

// Whose books a line is from: solid lines are the sender's own (side a: a's), dashed ones the other's.
export function books_of(series: Series): Books | null {
  if (series.side !== 'a' && series.side !== 'b') return null;
  return (series.side === 'a') === !series.dashed ? 'a' : 'b';
}

// Whether solid and dashed are two sets of books here: there is a dashed line, and some band or a line of each kind.
export function has_two_books(chart: LineChart): boolean {
  const books = new Set(chart.series.map(books_of));
  return books.has('a') && books.has('b') && chart.series.some((series) => series.dashed) && /books|Büchern|Buchung/.test(chart.title + chart.subtitle + chart.series.map((s) => s.name).join(' '));
}

export function only(chart: LineChart, keep: (series: Series, index: number) => boolean): LineChart {
  const kept = chart.series.map((series, i) => ({ series, i })).filter(({ series, i }) => keep(series, i));
  const place = new Map(kept.map(({ i }, now) => [i, now]));
  const bands = (chart.bands ?? []).filter(([one, other]) => place.has(one) && place.has(other)).map(([one, other]): [number, number] => [place.get(one) ?? 0, place.get(other) ?? 0]);
  return { ...chart, series: kept.map(({ series }) => series), bands };
}

export function in_period(chart: LineChart, period: Period | null): LineChart {
  if (!period) return chart;
  const within = (x: number): boolean => x >= period.from - 1e-9 && x <= period.to + 1e-9;
  const out: LineChart = { ...chart, series: chart.series.map((series) => ({ ...series, points: series.points.filter((point) => within(point.x)) })) };
  if (chart.marks) out.marks = chart.marks.filter((mark) => within(mark.x));
  return out;
}

export function is_drawn(point: Point, log: boolean): point is Point & { y: number } {
  return point.y !== null && Number.isFinite(point.y) && !point.suspect && (!log || point.y > 0);
}

// Runs of neighbours: a gap, a suspect figure, and a stretch of years without a row part them. `step` is the usual distance.
export function joined_stretches(series: Series, log: boolean): (Point & { y: number })[][] {
  const points = [...series.points].sort((one, other) => one.x - other.x);
  const out: (Point & { y: number })[][] = [];
  let open = false;
  for (const point of points) {
    if (!is_drawn(point, log)) { open = false; continue; }
    if (open) out[out.length - 1]?.push(point); else out.push([point]);
    open = true;
  }
  return out;
}

export function extent_x(chart: LineChart): [number, number] | null {
  const xs = chart.series.flatMap((series) => series.points.map((point) => point.x));
  return xs.length > 0 ? [Math.min(...xs), Math.max(...xs)] : null;
}

export function can_be_log(chart: LineChart): boolean {
  const values = chart.series.flatMap((series) => series.points).flatMap((point) => (point.y === null ? [] : [point.y]));
  return values.length > 2 && values.every((value) => value > 0) && Math.max(...values) / Math.min(...values) > 5;
}

// All figures as rows: what the table shows and the CSV holds.
export interface Row { series: string; x: number; value: number | null; unit: string; note: string }
export function rows_of(chart: LineChart, suspect: string): Row[] {
  return chart.series.flatMap((series) => [...series.points].sort((one, other) => one.x - other.x).map((point) => ({
    series: series.name, x: point.x, value: point.y, unit: chart.unit,
    note: [point.suspect ? suspect : '', point.why ?? ''].filter(Boolean).join(': '),
  })));
}

// The first year of all lines = 100.
export function indexed(chart: LineChart): LineChart {
  const years = chart.series.map((series) => new Set(series.points.filter((point) => is_drawn(point, true)).map((point) => point.x)));
  const common = [...(years[0] ?? [])].filter((year) => years.every((set) => set.has(year))).sort((one, other) => one - other)[0];
  if (common === undefined) return { ...chart, series: [], bands: [] };
  const series = chart.series.map((one) => {
    const base = one.points.find((point) => point.x === common)?.y ?? 1;
    return { ...one, points: one.points.map((point): Point => { const { label: _label, ...rest } = point; return point.y === null ? point : { ...rest, y: (point.y / base) * 100 }; }) };
  });
  return { ...chart, unit: 'index', series };
}
