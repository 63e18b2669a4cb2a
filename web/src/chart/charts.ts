// Finds each drawing's data and wakes the drawing: lines by their place in #page-data (data-chart) or by title, timelines and maps
// from what is drawn already.
import type { Page } from '../page';
import { charts_of } from '../page';
import { enhance_line_chart } from './figure';
import type { Block, LineChart } from './model';
import { enhance_map } from './places';
import { enhance_timeline } from './timeline';

function is_lines(block: Block | undefined): block is LineChart {
  return block?.type === 'line_chart';
}

function chart_for(figure: HTMLElement, charts: readonly Block[]): LineChart | null {
  const lines = charts.filter(is_lines);
  const title = figure.querySelector('.chart-title')?.textContent?.trim();
  const place = figure.dataset.chart;
  const placed = place === undefined ? undefined : lines[Number(place)];
  if (placed && (!title || placed.title === title)) return placed;
  return lines.find((chart) => chart.title === title) ?? null;
}

export function enhance_charts(page: Page): void {
  const charts = charts_of(page.data);
  for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) {
    if (figure.querySelector('svg.drawing.lines')) {
      const chart = chart_for(figure, charts);
      if (chart) enhance_line_chart(page, figure, chart);
    } else if (figure.querySelector('svg.drawing.timeline')) enhance_timeline(figure);
    else if (figure.querySelector('svg.drawing.map')) enhance_map(figure);
  }
}
