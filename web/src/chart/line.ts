// A line chart as the pages draw it (document/detail/svg_line_chart.cpp), in pixels of the place it has: solid and dashed in
// one hue, the space between two reporters tinted, gaps in lanes below with their reason, labels at the ends of the lines.
import { extent, ticks } from 'd3-array';
import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { area, line } from 'd3-shape';
import { svg } from '../dom';
import { tick_words, unit_words, value_words, year_words, type Language } from '../numbers';
import { spread, text_lines, type Placed } from './labels';
import { extent_x, is_drawn, joined_stretches, type LineChart, type Point, type Series } from './model';

type Scale = ScaleContinuousNumeric<number, number>;
export interface Drawn {
  element: SVGSVGElement;
  x: Scale;
  y: Scale;
  plot: { left: number; right: number; top: number; bottom: number };
  years: number[];  // at which some line has a point, in order
}
export interface Frame { width: number; log: boolean; language: Language }

const lane = 15, value_line = 17, name_line = 13.5;

function hue(series: Series): string {
  return series.side ? `hue-${series.side}` : 'hue-none';
}

// Widths as the system's sans serif has them, from one canvas.
let pen: CanvasRenderingContext2D | null | undefined;
export function text_width(text: string, size: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * size * 0.56;
  pen.font = `${size}px ${getComputedStyle(document.documentElement).getPropertyValue('--sans') || 'sans-serif'}`;
  return pen.measureText(text).width;
}

interface Label extends Placed { series: Series; at: Point & { y: number }; value: string; lines: string[] }

class Drawing {
  private readonly element = svg('svg', { class: 'drawing live', 'aria-hidden': 'true' });
  private readonly narrow: boolean;
  private plot = { left: 0, right: 0, top: 22, bottom: 0 };
  private x!: Scale;
  private y!: Scale;
  private labels: Label[] = [];
  private ticks: number[] = [];

  constructor(private readonly chart: LineChart, private readonly frame: Frame) {
    this.narrow = frame.width < 560;
  }

  draw(): Drawn | null {
    const range = extent_x(this.chart);
    const values = this.chart.series.flatMap((series) => series.points).flatMap((point) => (point.y !== null && (!this.frame.log || point.y > 0) ? [point.y] : []));
    if (!range || values.length === 0) return null;
    const label_width = Math.min(190, Math.max(96, this.frame.width * 0.26));
    this.plot.left = 4 + text_width('0000', 11.5) + 8;
    this.plot.right = this.frame.width - label_width;
    const [first, last] = range[0] === range[1] ? [range[0] - 0.5, range[1] + 0.5] : range;
    this.x = scaleLinear([first, last], [this.plot.left + 6, this.plot.right - 6]);
    this.make_y(values);
    this.make_labels(label_width - 12);
    this.make_height();
    this.grid();
    this.lanes();
    this.marks();
    this.bands();
    this.chart.series.forEach((series) => this.line(series));
    this.chart.series.forEach((series) => this.points(series));
    this.label_column();
    const years = [...new Set(this.chart.series.flatMap((series) => series.points.map((point) => point.x)))].sort((one, other) => one - other);
    return { element: this.element, x: this.x, y: this.y, plot: this.plot, years };
  }

  // Ends on round numbers, so that nothing stands above the highest grid line; zero is in it where it belongs.
  private make_y(values: number[]): void {
    const [low = 0, high = 1] = extent(values);
    if (this.frame.log) {
      const from = 10 ** Math.floor(Math.log10(low) + 1e-9), to = 10 ** Math.ceil(Math.log10(high) - 1e-9);
      this.y = scaleLog([from, Math.max(to, from * 10)], [1, 0]);
      this.ticks = [];
      for (let power = from; power <= Math.max(to, from * 10) * 1.0001; power *= 10) this.ticks.push(power);
    } else {
      const from_zero = this.chart.unit !== 'percent' && this.chart.unit !== 'index' && low >= 0 ? 0 : low;
      this.y = scaleLinear([from_zero, high === from_zero ? from_zero + 1 : high], [1, 0]).nice(4);
      const [bottom = 0, top = 1] = this.y.domain();
      this.ticks = ticks(bottom, top, 4);
    }
  }

  private make_labels(width: number): void {
    const most = this.chart.series.length > 4 ? 2 : 4, [, end = 0] = this.x.domain(), [begin = 0] = this.x.domain();
    for (const series of this.chart.series) {
      const at = series.points.filter((point) => is_drawn(point, this.frame.log)).sort((one, other) => one.x - other.x).at(-1) as (Point & { y: number }) | undefined;
      if (!at) continue;
      const lines = text_lines(series.name, width, most, (text) => text_width(text, 11.5));
      // A line that ends early says when.
      if ((at.x - begin) / (end - begin || 1) < 0.97) lines.unshift(year_words(at.x, this.frame.language));
      // A label comes in the words of the dossier, which are English.
      const value = (this.frame.language === 'en' ? at.label : undefined) ?? value_words(at.y, this.chart.unit === 'percent' ? 'percent' : '', this.frame.language);
      this.labels.push({ series, at, value, lines, wanted: 0, height: value_line + 5 + name_line * lines.length, top: 0 });
    }
  }

  private gap_lanes(): Series[] {
    return this.chart.series.filter((series) => series.points.some((point) => point.y === null));
  }

  private make_height(): void {
    const labels = this.labels.reduce((sum, label) => sum + label.height + 6, 0);
    const least = this.narrow ? 230 : 270, marks = this.chart.marks?.length ? lane : 0;
    this.plot.top = 22 + marks;
    this.plot.bottom = this.plot.top + Math.max(least, labels - lane);
    this.y.range([this.plot.bottom, this.plot.top]);
    const height = this.plot.bottom + this.gap_lanes().length * lane + 26;
    for (const [name, value] of Object.entries({ width: this.frame.width, height, viewBox: `0 0 ${this.frame.width} ${height}` })) this.element.setAttribute(name, String(value));
    for (const label of this.labels) label.wanted = this.y(label.at.y) - 3;
    this.labels.sort((one, other) => one.wanted - other.wanted);
    spread(this.labels, this.plot.top - 16, height - 4, 6);
  }

  private add(element: SVGElement): void { this.element.append(element); }

  private grid(): void {
    const { left, right, bottom } = this.plot, count = this.ticks.length;
    const step = count > 1 ? Math.abs((this.ticks[1] ?? 1) - (this.ticks[0] ?? 0)) : 1, most = Math.max(...this.ticks.map(Math.abs));
    this.ticks.forEach((tick, i) => {
      const at = this.y(tick), top = i === count - 1, zero = !this.frame.log && Math.abs(tick) < step * 1e-6;
      this.add(svg('line', { class: zero ? 'zero' : 'grid', x1: top || zero ? 0 : left, x2: right, y1: at, y2: at }));
      const words = this.frame.log ? value_words(tick, top ? this.chart.unit : '', this.frame.language) : tick_words(tick, step, most, top ? this.chart.unit : null, this.frame.language);
      this.add(svg('text', { class: 'tick', x: 0, y: top ? at - 6 : at + 4 }, words));
    });
    const axis = bottom + this.gap_lanes().length * lane, [from = 0, to = 0] = this.x.domain();
    const room = Math.max(2, Math.floor((right - left) / 64));
    for (const year of ticks(from, to, room).filter((one) => Number.isInteger(one))) {
      const at = this.x(year);
      this.add(svg('line', { class: 'tick-mark', x1: at, x2: at, y1: axis, y2: axis + 4 }));
      this.add(svg('text', { class: 'tick', 'text-anchor': 'middle', x: at, y: axis + 18 }, String(year)));
    }
  }

  // Neighbours without a figure for one reason.
  private gap_runs(series: Series): { from: number; to: number; why: string }[] {
    const runs: { from: number; to: number; why: string }[] = [];
    let open = false;
    for (const point of [...series.points].sort((one, other) => one.x - other.x)) {
      const last = runs.at(-1), why = point.why ?? '';
      if (point.y !== null) open = false;
      else if (open && last && last.why === why) last.to = point.x;
      else { runs.push({ from: point.x, to: point.x, why }); open = true; }
    }
    return runs;
  }

  // One lane a line with gaps: dotted where there is no figure, and why, where neither the next gap nor its words stand.
  private lanes(): void {
    let at = this.plot.bottom + lane / 2 + 2;
    for (const series of this.gap_lanes()) {
      const runs = this.gap_runs(series);
      let taken = this.plot.left;
      runs.forEach((run, i) => {
        const begin = this.x(run.from) - 3, end = this.x(run.to) + 3, next = runs[i + 1];
        this.add(svg('line', { class: `gap ${hue(series)}`, x1: begin, x2: end, y1: at, y2: at }));
        const width = text_width(run.why, 10.5), free = next ? this.x(next.from) - 6 : this.plot.right;
        const behind = end + 3 + width < free, before = begin - 3 - width > taken;
        if (run.why && (behind || before)) {
          this.add(svg('text', { class: 'gap-word', 'text-anchor': behind ? 'start' : 'end', x: behind ? end + 3 : begin - 3, y: at + 3.5 }, run.why));
        }
        taken = behind ? end + 6 + width : end + 3;
      });
      at += lane;
    }
  }

  private marks(): void {
    for (const mark of this.chart.marks ?? []) {
      const at = this.x(mark.x), to_left = at > (this.plot.left + this.plot.right) / 2;
      this.add(svg('line', { class: 'break', x1: at, x2: at, y1: 4, y2: this.plot.bottom }));
      this.add(svg('text', { class: 'break-word', 'text-anchor': to_left ? 'end' : 'start', x: at + (to_left ? -4 : 4), y: 12 }, mark.text));
    }
  }

  private bands(): void {
    for (const [one, other] of this.chart.bands ?? []) {
      const upper = this.chart.series[one], lower = this.chart.series[other];
      if (!upper || !lower) continue;
      for (const stretch of joined_stretches(upper, this.frame.log)) {
        for (const against of joined_stretches(lower, this.frame.log)) {
          const both = stretch.flatMap((point) => { const match = against.find((two) => Math.abs(two.x - point.x) < 1e-6); return match ? [{ x: point.x, one: point.y, other: match.y }] : []; });
          if (both.length < 2) continue;
          const d = area<(typeof both)[number]>((p) => this.x(p.x), (p) => this.y(p.one), (p) => this.y(p.other))(both);
          this.add(svg('path', { class: `band ${hue(upper)}`, d: d ?? '' }));
        }
      }
    }
  }

  private line(series: Series): void {
    const make = line<Point & { y: number }>((point) => this.x(point.x), (point) => this.y(point.y));
    const d = joined_stretches(series, this.frame.log).filter((stretch) => stretch.length > 1).map((stretch) => make(stretch)).join('');
    if (d) this.add(svg('path', { class: `line ${hue(series)}${series.dashed ? ' dashed' : ''}`, d }));
  }

  private points(series: Series): void {
    const few = series.points.length <= 30, last = series.points.filter((point) => is_drawn(point, this.frame.log)).sort((one, other) => one.x - other.x).at(-1);
    for (const point of series.points) {
      if (point.y === null || (this.frame.log && point.y <= 0)) continue;
      const kind = point.suspect ? 'suspect' : point === last ? 'dot last' : few ? 'dot' : '';
      if (kind) this.add(svg('circle', { class: `${kind} ${hue(series)}`, cx: this.x(point.x), cy: this.y(point.y), r: point.suspect ? 3.6 : point === last ? 3.4 : 2 }));
    }
  }

  private label_column(): void {
    const at = this.plot.right + 12;
    for (const label of this.labels) {
      const x = this.x(label.at.x), y = this.y(label.at.y), anchor = label.top + 4;
      if (x < this.plot.right - 12 || Math.abs(anchor - y) > 7) this.add(svg('line', { class: 'leader', x1: x + 5, y1: y, x2: at - 3, y2: anchor - 1 }));
      const group = svg('g', { class: `label ${hue(label.series)}`, transform: `translate(${at} ${label.top})` });
      group.append(svg('path', { class: `line${label.series.dashed ? ' dashed' : ''}`, d: 'M0 3h18' }));
      group.append(svg('text', { class: 'label-value', x: 0, y: value_line }, label.value));
      label.lines.forEach((text, i) => group.append(svg('text', { class: 'label-name', x: 0, y: value_line + name_line * (i + 1) }, text)));
      this.add(group);
    }
  }
}

// Null where nothing can be drawn.
export function draw_lines(chart: LineChart, frame: Frame): Drawn | null {
  return new Drawing(chart, frame).draw();
}

export function axis_unit(chart: LineChart, language: Language): string {
  return unit_words(chart.unit, language);
}
