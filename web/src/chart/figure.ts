// A line chart that can be read and changed: the year under the pointer, period by dragging, currency, whose figures, method, lines,
// scale; its table and its CSV. The static drawing stays in the page, for print.
import { bisectCenter } from 'd3-array';
import { get_text, with_query } from '../api';
import { csv_text, download } from '../csv';
import { button, fresh_id, h, say } from '../dom';
import { notes_content } from '../notes';
import { exact, unit_words, value_words, year_words } from '../numbers';
import type { Page } from '../page';
import { hide_tip, is_pinned, pin_tip, show_tip } from '../tip';
import { spoken, t } from '../words';
import { draw_lines, type Drawn } from './line';
import { books_of, can_be_log, currencies_for, extent_x, has_two_books, in_currency, in_period, only, rows_of, type Books, type LineChart, type Period } from './model';
import { can_be_reconciled, load_reconciled, reconciled_chart, type Method, type Reconciled } from './reconciled';

interface Choice { currency: string | null; books: Books | null; hidden: Set<string>; period: Period | null; log: boolean; method: Method }

class Figure {
  private readonly live: HTMLDivElement;
  private readonly plot: HTMLDivElement;
  private readonly table_place = h('div', { class: 'chart-table', hidden: true });
  private readonly choice: Choice;
  private readonly years: [number, number];
  private drawn: Drawn | null = null;
  private shown: LineChart;
  private cursor: SVGGElement | null = null;
  private year = -1;
  private drag: { from: number; to: number } | null = null;
  private width = 0;

  constructor(private readonly page: Page, private readonly figure: HTMLElement, private readonly chart: LineChart) {
    this.shown = chart;
    this.years = extent_x(chart) ?? [0, 0];
    this.choice = { currency: null, books: null, hidden: new Set(), period: null, log: chart.log_scale, method: 'reported' };
    this.plot = h('div', { class: 'plot', tabindex: 0, role: 'group', 'aria-label': `${chart.title}. ${t('drag_hint')}` });
    this.live = h('div', { class: 'live-chart' }, this.plot, this.tools(), this.table_place);
  }

  start(): void {
    const drawing = this.figure.querySelector(':scope > svg.drawing');
    if (!drawing) return;
    drawing.before(this.live);
    drawing.classList.add('replaced');
    this.listen();
    new ResizeObserver(() => { if (Math.abs(this.live.clientWidth - this.width) > 1) this.draw(); }).observe(this.live);
    this.draw();
  }

  // --- what is drawn ---------------------------------------------------------------------------------------------

  private current(): LineChart {
    const { currency, books, hidden, period, method } = this.choice, rates = this.page.data.rates;
    let chart = method === 'reported' ? this.chart : this.by_method(method);
    if (currency && rates) chart = in_currency(chart, currency, rates, t('no_rate'));
    if (books || hidden.size > 0) chart = only(chart, (series) => (!books || books_of(series) === books) && !hidden.has(series.name));
    return { ...in_period(chart, period), log_scale: this.choice.log };
  }

  private reconciled: Reconciled[] | null = null;

  private by_method(method: Method): LineChart {
    const { data, a } = this.page;
    if (!this.reconciled || !a || method === 'reported') return this.chart;
    return reconciled_chart(this.chart, this.reconciled, method, a, { a: data.a?.name ?? a, b: data.b?.name ?? '' }, t(`reconciled_${method}`));
  }

  // The figures are fetched when somebody first asks for them.
  private async pick_method(method: Method): Promise<void> {
    try {
      if (method !== 'reported') this.reconciled ??= await load_reconciled(this.page);
      this.choice.method = method;
      this.draw();
    } catch (error) {
      say(`${t('failed')}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private draw(): void {
    this.width = this.live.clientWidth;
    this.shown = this.current();
    this.drawn = this.width > 0 ? draw_lines(this.shown, { width: this.width, log: this.choice.log, language: spoken() }) : null;
    this.cursor = null;
    this.plot.replaceChildren(this.drawn?.element ?? h('p', { class: 'gap-line' }, t('nothing_left')));
    if (!this.table_place.hidden) this.fill_table();
    const note = [this.choice.currency && this.choice.currency !== this.chart.unit ? `${this.choice.currency}, ${t('at_mean')}` : '', this.choice.log && !this.chart.log_scale ? t('log_note') : ''];
    this.unit_note.textContent = note.filter(Boolean).join('; ');
  }

  private readonly unit_note = h('p', { class: 'chart-note', 'aria-live': 'polite' });

  // --- the figures of one year -----------------------------------------------------------------------------------

  private values_at(x: number): { name: string; hue: string; value: string; cites: number[] }[] {
    return this.shown.series.flatMap((series) => {
      const points = [...series.points].sort((one, other) => one.x - other.x), place = points.findIndex((point) => Math.abs(point.x - x) < 1e-6), point = points[place];
      if (!point) return [];
      const value = point.y === null ? (point.why ?? t('no_figure')) : value_words(point.y, this.shown.unit, spoken()) + (point.suspect ? ` (${t('suspect')}${point.why ? `: ${point.why}` : ''})` : '');
      // As many records as points, in their order: then each point has its own.
      const own = this.chart.series.find((one) => one.name === series.name), whole = own?.points.findIndex((one) => Math.abs(one.x - x) < 1e-6) ?? -1;
      const cites = own && own.cites && own.cites.length === own.points.length && whole >= 0 ? [own.cites[whole] ?? 0] : (series.cites ?? []);
      return [{ name: series.name, hue: `${series.side ? `hue-${series.side}` : 'hue-none'}${series.dashed ? ' is-dashed' : ''}`, value, cites }];
    });
  }

  private content(x: number, with_notes: boolean): Node[] {
    const values = this.values_at(x);
    const rows = values.map((one) => h('tr', { class: one.hue }, h('th', { scope: 'row' }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), one.name), h('td', { class: 'number' }, one.value)));
    const out: Node[] = [h('p', { class: 'tip-value' }, year_words(x, spoken())), h('table', { class: 'tip-table' }, h('tbody', {}, ...rows))];
    const numbers = [...new Set(values.flatMap((one) => one.cites))].map((cite) => cite + 1);
    const notes = notes_content(numbers);
    if (notes && with_notes) out.push(h('p', { class: 'tip-head' }, t('sources')), ...notes, button('×', hide_tip, { class: 'tip-close', 'aria-label': t('close') }));
    return out;
  }

  private point_at(index: number, with_notes = false, tell = false): void {
    const { drawn } = this;
    if (!drawn) return;
    const x = drawn.years[index];
    if (x === undefined) return;
    this.year = index;
    const at = drawn.x(x), ns = 'http://www.w3.org/2000/svg';
    this.cursor?.remove();
    this.cursor = document.createElementNS(ns, 'g');
    this.cursor.setAttribute('class', 'cursor');
    const rule = document.createElementNS(ns, 'line');
    for (const [key, value] of Object.entries({ x1: at, x2: at, y1: drawn.plot.top, y2: drawn.plot.bottom })) rule.setAttribute(key, String(value));
    this.cursor.append(rule);
    for (const series of this.shown.series) {
      const point = series.points.find((one) => Math.abs(one.x - x) < 1e-6);
      if (!point || point.y === null || (this.choice.log && point.y <= 0)) continue;
      const dot = document.createElementNS(ns, 'circle');
      for (const [key, value] of Object.entries({ cx: at, cy: drawn.y(point.y), r: 4.5, class: series.side ? `hue-${series.side}` : 'hue-none' })) dot.setAttribute(key, String(value));
      this.cursor.append(dot);
    }
    drawn.element.append(this.cursor);
    const box = drawn.element.getBoundingClientRect();
    show_tip(this.plot, this.content(x, with_notes), new DOMRect(box.left + at - 1, box.top + drawn.plot.top, 2, 0), true);
    if (tell) say(`${year_words(x, spoken())}: ${this.values_at(x).map((one) => `${one.name}: ${one.value}`).join('; ')}`);
  }

  private leave(): void {
    this.cursor?.remove();
    this.cursor = null;
    if (!is_pinned()) hide_tip();
  }

  private nearest(event: PointerEvent): number {
    const { drawn } = this;
    if (!drawn) return -1;
    const box = drawn.element.getBoundingClientRect();
    return bisectCenter(drawn.years, drawn.x.invert(event.clientX - box.left));
  }

  private within(event: PointerEvent): boolean {
    const box = this.drawn?.element.getBoundingClientRect(), at = box ? event.clientX - box.left : -1;
    return this.drawn !== null && at >= this.drawn.plot.left - 8 && at <= this.drawn.plot.right + 8;
  }

  private listen(): void {
    this.plot.addEventListener('pointermove', (event) => {
      if (this.drag) this.pull(event);
      else if (!is_pinned() && this.within(event)) this.point_at(this.nearest(event));
      else if (!is_pinned()) this.leave();
    });
    this.plot.addEventListener('pointerleave', () => { if (!this.drag && !is_pinned()) this.leave(); });
    this.plot.addEventListener('pointerdown', (event) => {
      if (!this.within(event) || event.button !== 0) return;
      const at = this.nearest(event);
      this.drag = { from: at, to: at };
      if (event.pointerType !== 'touch') this.plot.setPointerCapture(event.pointerId);
    });
    this.plot.addEventListener('pointerup', (event) => this.release(event));
    this.plot.addEventListener('pointercancel', () => { this.drag = null; this.draw(); });
    this.plot.addEventListener('keydown', (event) => this.press(event));
    this.plot.addEventListener('blur', () => this.leave());
  }

  private pull(event: PointerEvent): void {
    const { drawn, drag } = this;
    if (!drawn || !drag) return;
    drag.to = this.nearest(event);
    if (drag.to === drag.from) return;
    hide_tip();
    const from = drawn.x(drawn.years[Math.min(drag.from, drag.to)] ?? 0), to = drawn.x(drawn.years[Math.max(drag.from, drag.to)] ?? 0);
    this.cursor?.remove();
    this.cursor = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    this.cursor.setAttribute('class', 'cursor');
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [key, value] of Object.entries({ x: from, y: drawn.plot.top, width: to - from, height: drawn.plot.bottom - drawn.plot.top })) rect.setAttribute(key, String(value));
    this.cursor.append(rect);
    drawn.element.append(this.cursor);
  }

  private release(event: PointerEvent): void {
    const { drawn, drag } = this;
    this.drag = null;
    if (!drawn || !drag) return;
    if (drag.to === drag.from) {
      this.point_at(this.nearest(event), true);
      pin_tip();
      return;
    }
    const from = drawn.years[Math.min(drag.from, drag.to)], to = drawn.years[Math.max(drag.from, drag.to)];
    if (from !== undefined && to !== undefined) this.set_period({ from, to });
  }

  private press(event: KeyboardEvent): void {
    const last = (this.drawn?.years.length ?? 0) - 1;
    const to = { ArrowRight: Math.min(last, this.year + 1), ArrowLeft: this.year < 0 ? last : Math.max(0, this.year - 1), Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.point_at(to, false, true);
    } else if (event.key === 'Enter' && this.year >= 0) {
      event.preventDefault();
      this.point_at(this.year, true);
      pin_tip();
    }
  }

  // --- choices ---------------------------------------------------------------------------------------------------

  private set_period(period: Period | null): void {
    this.choice.period = period && (period.from > this.years[0] || period.to < this.years[1]) ? period : null;
    const [from, to] = this.year_inputs;
    if (from && to) {
      from.value = String(Math.floor(this.choice.period?.from ?? this.years[0]));
      to.value = String(Math.floor(this.choice.period?.to ?? this.years[1]));
    }
    this.reset.hidden = this.choice.period === null;
    this.year = -1;
    hide_tip();
    this.draw();
  }

  private year_inputs: HTMLInputElement[] = [];
  private reset = button(t('all_years'), () => this.set_period(null), { class: 'quiet', hidden: true });

  private select(label: string, options: [string, string][], value: string, pick: (value: string) => void): HTMLElement {
    const id = fresh_id('choice'), select = h('select', { id }, ...options.map(([key, words]) => h('option', { value: key, selected: key === value }, words)));
    select.addEventListener('change', () => { pick(select.value); hide_tip(); this.draw(); });
    return h('span', { class: 'choice' }, h('label', { for: id }, label), select);
  }

  private tools(): HTMLElement {
    const choices: Node[] = [], { data } = this.page, chart = this.chart;
    const currencies = currencies_for(chart, data.rates);
    if (currencies.length > 1) choices.push(this.select(t('currency'), currencies.map((one) => [one, one]), currencies[0] ?? '', (value) => { this.choice.currency = value; }));
    if (has_two_books(chart) && data.a && data.b) {
      choices.push(this.select(t('books'), [['', t('both_books')], ['a', data.a.name], ['b', data.b.name]], '', (value) => { this.choice.books = value === 'a' || value === 'b' ? value : null; }));
    }
    if (can_be_reconciled(this.page, chart)) {
      choices.push(this.select(t('method'), [['reported', t('as_reported')], ['larger', t('reconciled_larger')], ['weighted', t('reconciled_weighted')]], 'reported', (value) => { void this.pick_method(value as Method); }));
    }
    if (can_be_log(chart)) choices.push(this.select(t('scale'), [['linear', t('linear')], ['log', t('logarithmic')]], chart.log_scale ? 'log' : 'linear', (value) => { this.choice.log = value === 'log'; }));
    if (this.years[1] - this.years[0] > 2) choices.push(this.period_inputs());
    if (chart.series.length > 1) choices.push(this.line_boxes());
    const table = button(t('table'), () => this.toggle_table(table), { class: 'quiet', 'aria-expanded': 'false' });
    const csv = button(t('csv'), () => { void this.save_csv(); }, { class: 'quiet' });
    return h('div', { class: 'chart-tools' }, h('details', { class: 'chart-options' }, h('summary', {}, t('options')), h('div', { class: 'choices' }, ...choices)), table, csv, this.reset, this.unit_note);
  }

  private period_inputs(): HTMLElement {
    const [first, last] = this.years.map(Math.floor);
    const input = (label: string, value: number | undefined): HTMLElement => {
      const id = fresh_id('year'), field = h('input', { id, type: 'number', min: first, max: last, step: 1, value: value ?? 0 });
      field.addEventListener('change', () => {
        const [from, to] = this.year_inputs.map((one) => Number(one.value));
        if (from !== undefined && to !== undefined && from <= to) this.set_period({ from, to: to + 0.999 });
      });
      this.year_inputs.push(field);
      return h('span', { class: 'choice' }, h('label', { for: id }, label), field);
    };
    return h('fieldset', {}, h('legend', {}, t('period')), input(t('from'), first), input(t('to'), last));
  }

  private line_boxes(): HTMLElement {
    const boxes = this.chart.series.map((series) => {
      const id = fresh_id('line'), box = h('input', { id, type: 'checkbox', checked: true });
      box.addEventListener('change', () => {
        if (box.checked) this.choice.hidden.delete(series.name); else this.choice.hidden.add(series.name);
        hide_tip();
        this.draw();
      });
      return h('li', {}, box, ' ', h('label', { for: id }, series.name));
    });
    return h('fieldset', { class: 'lines' }, h('legend', {}, t('lines')), h('ul', {}, ...boxes));
  }

  // --- table and CSV ---------------------------------------------------------------------------------------------

  private toggle_table(opener: HTMLElement): void {
    this.table_place.hidden = !this.table_place.hidden;
    opener.setAttribute('aria-expanded', String(!this.table_place.hidden));
    if (!this.table_place.hidden) this.fill_table();
  }

  private fill_table(): void {
    const head = [t('line'), t('year'), `${t('value')} (${unit_words(this.shown.unit, spoken())})`, t('note')];
    const rows = rows_of(this.shown, t('suspect')).map((row) => h('tr', {}, h('th', { scope: 'row' }, row.series), h('td', { class: 'number' }, year_words(row.x, spoken())),
      h('td', { class: 'number' }, row.value === null ? '' : value_words(row.value, '', spoken())), h('td', {}, row.note)));
    this.table_place.replaceChildren(h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': this.chart.title }, h('table', {},
      h('thead', {}, h('tr', {}, ...head.map((words, i) => h('th', { scope: 'col', class: i === 1 || i === 2 ? 'number' : null }, words)))), h('tbody', {}, ...rows))));
  }

  // On a server the facts themselves, byte for byte what the API gives; on a static site the figures of the drawing.
  private async save_csv(): Promise<void> {
    const { a, b, api } = this.page, indicators = (this.figure.dataset.indicator ?? '').split(/[\s,]+/).filter(Boolean);
    const file = `${[a, b].filter(Boolean).join('-')}-${indicators[0] ?? (this.figure.closest('section')?.id || 'chart')}.csv`.toLowerCase();
    try {
      if (api && a && b && indicators.length > 0) {
        const address = with_query(`${api}/observations`, { a, b, indicator: indicators.join(','), format: 'csv', limit: 100_000 });
        download(file, 'text/csv', await get_text(address));
        return;
      }
      const rows = rows_of(this.shown, 'suspect').map((row) => [row.series, Number.isInteger(row.x) ? exact(row.x) : row.x.toFixed(4), row.value, row.unit, row.note]);
      download(file, 'text/csv', csv_text([['line', 'year', 'value', 'unit', 'note'], ...rows]));
    } catch (error) {
      say(`${t('failed')}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

export function enhance_line_chart(page: Page, figure: HTMLElement, chart: LineChart): void {
  new Figure(page, figure, chart).start();
}
