// Trade as one line a direction: derived figures of the edition (docs/mirror.md), each with its method's name. They lead nothing
// (rule 16): a page opens with the lines as reported, and a year without a reconciled figure stays empty.
import { get_text, with_query } from '../api';
import { parse_csv } from '../csv';
import type { Page } from '../page';
import type { LineChart, Point, Series } from './model';

export type Method = 'reported' | 'larger' | 'weighted';
export interface Reconciled { from: string; to: string; year: number; value: number; method: string }

// Rows of /api/v1/observations as CSV; what has no value is left out.
export function reconciled_rows(csv: string): Reconciled[] {
  const [head, ...lines] = parse_csv(csv);
  if (!head) return [];
  const place = (name: string): number => head.indexOf(name);
  const from = place('from'), to = place('to'), start = place('period_start'), months = place('period_months'), value = place('value'), variant = place('variant');
  return lines.flatMap((line): Reconciled[] => {
    const text = line[value] ?? '';
    if (text === '' || line[months] !== '12') return [];
    return [{ from: line[from] ?? '', to: line[to] ?? '', year: Number((line[start] ?? '').slice(0, 4)), value: Number(text), method: line[variant] ?? '' }];
  });
}

export async function load_reconciled(page: Page): Promise<Reconciled[]> {
  if (!page.api || !page.a || !page.b) return [];
  return reconciled_rows(await get_text(with_query(`${page.api}/observations`, { a: page.a, b: page.b, indicator: 'goods_trade_reconciled', format: 'csv', limit: 10_000 })));
}

export function can_be_reconciled(page: Page, chart: LineChart): boolean {
  return page.api !== null && page.a !== null && page.b !== null && (chart.bands ?? []).length > 0 && /goods_(exports|imports|trade)/.test(chart.indicator ?? '');
}

// Side a is what goes from a to b, as in the lines reported.
export function reconciled_chart(chart: LineChart, rows: readonly Reconciled[], method: Method, a: string, names: Record<'a' | 'b', string>, label: string): LineChart {
  const series = (['a', 'b'] as const).map((side): Series => {
    const points = rows.filter((row) => row.method === method && (row.from === a) === (side === 'a')).map((row): Point => ({ x: row.year, y: row.value })).sort((one, other) => one.x - other.x);
    return { name: `${names[side]} → ${names[side === 'a' ? 'b' : 'a']}, ${label}`, side, dashed: false, points };
  });
  return { ...chart, unit: 'USD', series: series.filter((one) => one.points.length > 0), bands: [], marks: [] };
}
