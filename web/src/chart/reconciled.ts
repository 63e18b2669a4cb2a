// Trade as one line a direction: what a method makes of both sets of books. "larger" is made here from the two lines; it
// leads nothing (the lines as reported are what a page opens with), and a year with one voice stays that voice's.
import type { LineChart, Point, Series } from './model';

export type Method = 'reported' | 'larger' | 'weighted';

function direction(chart: LineChart, side: 'a' | 'b'): Series[] {
  return chart.series.filter((series) => series.side === side);
}

// The chart itself where the method has nothing to say: no direction with two sets of books.
export function reconciled_lines(chart: LineChart, method: Method): LineChart {
  if (method !== 'larger' || !(chart.bands && chart.bands.length > 0)) return chart;
  const series = (['a', 'b'] as const).flatMap((side): Series[] => {
    const both = direction(chart, side);
    const [first] = both;
    if (!first) return [];
    const by_year = new Map<number, Point>();
    for (const point of both.flatMap((one) => one.points)) {
      if (point.y === null || point.suspect) continue;
      const had = by_year.get(point.x);
      if (!had || (had.y ?? 0) < point.y) by_year.set(point.x, { x: point.x, y: point.y });
    }
    const name = first.name.replace(/,.*$/, '');
    return [{ name, side, dashed: false, points: [...by_year.values()].sort((one, other) => one.x - other.x), cites: [...new Set(both.flatMap((one) => one.cites ?? []))] }];
  });
  return { ...chart, series, bands: [] };
}
