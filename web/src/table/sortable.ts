// Tables that can be sorted and searched. Long ones draw only the rows in sight, so that 19,000 scroll as smoothly as twenty;
// screen readers are told how many there are and which they are on. Those of texts, whose rows differ in height, grow by pieces.
import { get_json } from '../api';
import { csv_text, download, type Cell } from '../csv';
import { button, debounced, fresh_id, h, name, say } from '../dom';
import { fold } from '../fold';
import { number_words, value_words } from '../numbers';
import { pair_address, type Page } from '../page';
import { spoken, t } from '../words';
import { make_compare, number_of, ordered, type Key, type Order } from './order';

const virtual_from = 300, spare = 12, piece = 100;

// A table's rows, whether they came as HTML or are made when they are seen.
export interface Rows {
  count: number;
  columns: { title: string; numeric: boolean }[];
  key(row: number, column: number): Key;
  text(row: number): string;                // folded, for the filter
  element(row: number): HTMLTableRowElement;
  cell(row: number, column: number): Cell;  // for CSV
}

function rows_of_html(table: HTMLTableElement): Rows {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  const elements = [...(table.tBodies[0]?.rows ?? [])];
  const columns = heads.map((head) => ({ title: head.textContent?.trim() ?? '', numeric: head.classList.contains('number') }));
  const texts: (string | undefined)[] = [];
  return {
    count: elements.length,
    columns,
    key(row, column) {
      const cell = elements[row]?.cells[column];
      if (!cell) return null;
      const value = cell.dataset.value;
      if (value !== undefined) return value === '' ? null : columns[column]?.numeric || !Number.isNaN(Number(value)) ? Number(value) : value;
      const text = cell.textContent?.trim() ?? '';
      return text === '' ? null : columns[column]?.numeric ? number_of(text) : text;
    },
    text: (row) => (texts[row] ??= fold(elements[row]?.textContent ?? '')),
    element: (row) => elements[row] ?? h('tr'),
    cell(row, column) {
      const cell = elements[row]?.cells[column];
      return cell?.dataset.value ?? cell?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    },
  };
}

export interface RowFile {
  columns: { id: string; title: string; numeric?: boolean; unit?: string }[];
  rows: (string | number | null)[][];
  names?: Record<string, string>;
}

// Columns a and b hold keys of states; both names lead to the pair.
export function rows_of_file(page: Page, file: RowFile): Rows {
  const place = (id: string): number => file.columns.findIndex((column) => column.id === id);
  const a = place('a'), b = place('b'), made: (HTMLTableRowElement | undefined)[] = [], texts: (string | undefined)[] = [];
  const shown = (row: number, column: number): string => {
    const value = file.rows[row]?.[column] ?? null, what = file.columns[column];
    if (value === null || !what) return '';
    if (column === a || column === b) return file.names?.[String(value)] ?? String(value);
    if (typeof value !== 'number') return value;
    return what.id === 'year' || what.id === 'rank' ? String(value) : what.unit ? value_words(value, what.unit, spoken()) : number_words(value, spoken(), 2);
  };
  const cell = (row: number, column: number): HTMLTableCellElement => {
    const words = shown(row, column);
    if (column === a || column === b) {
      const key_a = String(file.rows[row]?.[a] ?? ''), key_b = String(file.rows[row]?.[b] ?? '');
      return h('td', {}, a >= 0 && b >= 0 ? h('a', { href: pair_address(page, key_a, key_b) }, name(words)) : name(words));
    }
    return h('td', { class: file.columns[column]?.numeric ? 'number' : null }, words);
  };
  return {
    count: file.rows.length,
    columns: file.columns.map((column) => ({ title: column.unit ? `${column.title} (${column.unit})` : column.title, numeric: column.numeric === true })),
    key(row, column) {
      const value = file.rows[row]?.[column] ?? null;
      return column === a || column === b ? shown(row, column) : value;
    },
    text: (row) => (texts[row] ??= fold(file.columns.map((_, column) => shown(row, column)).join(' '))),
    element: (row) => (made[row] ??= h('tr', {}, ...file.columns.map((_, column) => cell(row, column)))),
    cell: (row, column) => file.rows[row]?.[column] ?? '',
  };
}

export class SortableTable {
  private order: number[] = [];
  private sorted: Order | null = null;
  private wanted = '';
  private height = 0;
  private from = -1;
  private readonly body: HTMLTableSectionElement;
  private readonly count = h('span', { class: 'count' });
  private readonly compare = make_compare(spoken());
  private readonly long: boolean;
  private readonly more: HTMLButtonElement | null = null;
  private shown = piece;

  constructor(private readonly table: HTMLTableElement, private readonly scroll: HTMLElement, private readonly rows: Rows, private readonly with_csv = true) {
    this.body = table.tBodies[0] ?? table.createTBody();
    const of_texts = table.classList.contains('texts');
    this.long = rows.count > virtual_from && !of_texts;
    if (of_texts && rows.count > piece) this.more = button(t('show_more'), () => { this.shown += piece; this.apply(true); }, { class: 'quiet' });
  }

  start(): void {
    [...this.table.querySelectorAll<HTMLTableCellElement>('thead th')].forEach((head, column) => this.make_head(head, column));
    if (this.rows.count > 20) this.scroll.before(this.bar());
    if (this.long) {
      // Widths are those of the first rows: the table must not change its shape while it scrolls.
      this.scroll.classList.add('virtual');
      this.scroll.tabIndex = 0;
      this.table.setAttribute('aria-rowcount', String(this.rows.count + 1));
      this.scroll.addEventListener('scroll', () => this.draw(), { passive: true });
      new ResizeObserver(() => this.draw(true)).observe(this.scroll);
    }
    if (this.more) this.scroll.after(this.more);
    this.apply();
  }

  private make_head(head: HTMLTableCellElement, column: number): void {
    const press = h('button', { type: 'button', class: 'sort' });
    press.append(...head.childNodes);
    press.append(h('span', { class: 'arrow', 'aria-hidden': 'true' }));
    press.addEventListener('click', () => this.sort_by(column));
    head.append(press);
  }

  // A first press on numbers puts the largest first, on words the first of the alphabet.
  private sort_by(column: number): void {
    const same = this.sorted?.column === column ? this.sorted : null;
    this.sorted = { column, descending: same ? !same.descending : this.rows.columns[column]?.numeric === true };
    [...this.table.querySelectorAll('thead th')].forEach((head, i) => {
      if (i === column) head.setAttribute('aria-sort', this.sorted?.descending ? 'descending' : 'ascending'); else head.removeAttribute('aria-sort');
    });
    this.apply();
    say(`${t('sort_by')} ${this.rows.columns[column]?.title ?? ''}, ${t(this.sorted.descending ? 'descending' : 'ascending')}`);
  }

  private apply(grown = false): void {
    const { sorted } = this;
    if (!grown) this.shown = piece;
    let order = sorted ? ordered(this.rows.count, (row) => this.rows.key(row, sorted.column), sorted.descending, this.compare) : Array.from({ length: this.rows.count }, (_, i) => i);
    if (this.wanted) order = order.filter((row) => this.wanted.split(' ').every((word) => this.rows.text(row).includes(word)));
    this.order = order;
    this.count.textContent = `${number_words(order.length, spoken())} ${t('rows')}`;
    if (this.long) { this.scroll.scrollTop = 0; this.draw(true); } else this.body.replaceChildren(...(this.more ? order.slice(0, this.shown) : order).map((row) => this.rows.element(row)));
    if (this.more) this.more.hidden = this.shown >= order.length;
  }

  private draw(anew = false): void {
    if (this.height === 0) {
      this.body.replaceChildren(...this.order.slice(0, 20).map((row) => this.rows.element(row)));
      const first = this.body.rows[0], last = this.body.rows[this.body.rows.length - 1];
      if (!first || !last) return;
      this.height = (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / this.body.rows.length;
      if (this.height === 0) return;
    }
    const in_sight = Math.ceil(this.scroll.clientHeight / this.height) + 2 * spare;
    const from = Math.max(0, Math.min(Math.floor(this.scroll.scrollTop / this.height) - spare, this.order.length - in_sight));
    if (!anew && Math.abs(from - this.from) < spare / 2) return;
    this.from = from;
    const to = Math.min(this.order.length, from + in_sight);
    const space = (rows: number): HTMLTableRowElement => {
      const cell = h('td', { colspan: this.rows.columns.length });
      cell.style.height = `${rows * this.height}px`;
      return h('tr', { class: 'space', 'aria-hidden': 'true' }, cell);
    };
    const drawn = this.order.slice(from, to).map((row, i) => {
      const element = this.rows.element(row);
      element.setAttribute('aria-rowindex', String(from + i + 2));
      return element;
    });
    this.body.replaceChildren(...(from > 0 ? [space(from)] : []), ...drawn, ...(to < this.order.length ? [space(this.order.length - to)] : []));
  }

  private bar(): HTMLElement {
    const id = fresh_id('filter'), input = h('input', { id, type: 'search', autocomplete: 'off' });
    input.addEventListener('input', debounced(120, () => { this.wanted = fold(input.value); this.apply(); say(this.count.textContent ?? ''); }));
    const save = button(t('csv'), () => {
      const columns = this.rows.columns.map((_, column) => column);
      const lines: Cell[][] = this.order.map((row) => columns.map((column) => this.rows.cell(row, column)));
      download(`${document.body.dataset.page ?? 'table'}.csv`, 'text/csv', csv_text([this.rows.columns.map((column) => column.title), ...lines]));
    }, { class: 'quiet' });
    return h('p', { class: 'table-bar' }, h('label', { for: id }, t('filter')), ' ', input, ' ', this.count, ' ', this.with_csv && save);
  }
}

export async function enhance_table(page: Page, table: HTMLTableElement): Promise<void> {
  const scroll = table.closest<HTMLElement>('.scroll') ?? table.parentElement;
  if (!scroll) return;
  const source = table.dataset.rows;
  if (!source) {
    const rows = rows_of_html(table);
    if (rows.count > 1) new SortableTable(table, scroll, rows).start();
    return;
  }
  const file = await get_json<RowFile>(new URL(source, location.href).href);
  const rows = rows_of_file(page, file);
  const head = table.tHead ?? table.createTHead();
  head.replaceChildren(h('tr', {}, ...rows.columns.map((column) => h('th', { scope: 'col', class: column.numeric ? 'number' : null }, column.title))));
  new SortableTable(table, scroll, rows).start();
}
