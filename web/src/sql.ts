// The console: a question runs where it stands, tables and columns are a press away, rows can be sorted and taken as CSV. The
// server runs what is asked under bounds; here it is only sent, and what comes back is text.
import { ApiError, get_json, post } from './api';
import { download } from './csv';
import { button, h, say } from './dom';
import type { Page } from './page';
import { SortableTable, type Rows } from './table/sortable';
import { fold } from './fold';
import { spoken, t } from './words';
import { number_words } from './numbers';

interface Answer { columns: { name: string; type: string }[]; rows: (string | number | boolean | null)[][]; truncated: boolean }
interface Schema { tables: { name: string; kind?: string; columns: { name: string; type: string; meaning?: string }[]; meaning?: string }[] }

const numeric = new Set(['INTEGER', 'DOUBLE', 'DECIMAL']);

export function rows_of_answer(answer: Answer): Rows {
  const made: (HTMLTableRowElement | undefined)[] = [];
  const text = (value: string | number | boolean | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  return {
    count: answer.rows.length,
    columns: answer.columns.map((column) => ({ title: column.name, numeric: numeric.has(column.type) })),
    key(row, column) {
      const value = answer.rows[row]?.[column] ?? null;
      if (value === null) return null;
      return numeric.has(answer.columns[column]?.type ?? '') ? Number(value) : String(value);
    },
    text: (row) => fold((answer.rows[row] ?? []).map(text).join(' ')),
    element: (row) => (made[row] ??= h('tr', {}, ...(answer.rows[row] ?? []).map((value, column) => h('td', { class: numeric.has(answer.columns[column]?.type ?? '') ? 'number' : value === null ? 'null' : null }, value === null ? '∅' : String(value))))),
    cell: (row, column) => text(answer.rows[row]?.[column]),
  };
}

function problem(error: unknown): HTMLElement {
  const hint = error instanceof ApiError && error.problem.hint ? h('p', {}, error.problem.hint) : null;
  return h('div', { role: 'alert', class: 'trouble' }, h('p', {}, h('strong', {}, error instanceof Error ? error.message : String(error))), hint);
}

class Console {
  private asked: AbortController | undefined;

  constructor(private readonly api: string, private readonly form: HTMLFormElement, private readonly area: HTMLTextAreaElement, private readonly place: HTMLElement) {}

  start(): void {
    this.form.addEventListener('submit', (event) => { event.preventDefault(); void this.run(); });
    this.area.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void this.run(); }
    });
    this.form.append(h('p', { class: 'note' }, t('run_hint')));
    document.querySelectorAll('.sql-examples pre').forEach((example) => {
      example.after(button(t('run'), () => { this.area.value = example.textContent ?? ''; this.area.scrollIntoView({ block: 'center' }); void this.run(); }, { class: 'quiet' }));
    });
    void this.show_schema();
  }

  private async run(): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked, question = this.area.value, began = performance.now();
    this.place.setAttribute('aria-busy', 'true');
    try {
      const answer = (await (await post(`${this.api}/sql`, question, 'text/plain', 'application/json', signal)).json()) as Answer;
      this.show(question, answer, Math.round(performance.now() - began));
    } catch (error) {
      if (!signal.aborted) this.place.replaceChildren(problem(error));
    } finally {
      this.place.removeAttribute('aria-busy');
    }
  }

  private show(question: string, answer: Answer, took: number): void {
    const count = `${number_words(answer.rows.length, spoken())} ${t('rows')}, ${took} ${t('took')}`;
    const cut = answer.truncated ? h('p', {}, h('strong', {}, t('cut_off'))) : null;
    const table = h('table', {}, h('caption', { class: 'spoken' }, 'SQL'), h('thead', {}, h('tr', {}, ...answer.columns.map((column) => h('th', { scope: 'col', class: numeric.has(column.type) ? 'number' : null, title: column.type }, column.name)))), h('tbody'));
    const scroll = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'SQL' }, table);
    const save = button(t('csv'), () => { void this.save(question); }, { class: 'quiet' });
    this.place.replaceChildren(...[h('p', { class: 'table-bar' }, count, save), cut, answer.rows.length > 0 ? scroll : h('p', {}, t('no_rows'))].filter((one) => one !== null));
    if (answer.rows.length > 0) new SortableTable(table, scroll, rows_of_answer(answer), false).start();
    say(count);
  }

  // The server's own CSV of the same question.
  private async save(question: string): Promise<void> {
    try {
      download('comity.csv', 'text/csv', await (await post(`${this.api}/sql?format=csv`, question, 'text/plain', 'text/csv')).text());
    } catch (error) {
      say(`${t('failed')}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async show_schema(): Promise<void> {
    const schema = await get_json<Schema>(`${this.api}/schema`).catch(() => null);
    if (!schema) return;
    const insert = (words: string): void => {
      const { selectionStart: from, selectionEnd: to, value } = this.area;
      this.area.value = value.slice(0, from) + words + value.slice(to);
      this.area.focus();
      this.area.setSelectionRange(from + words.length, from + words.length);
    };
    const tables = schema.tables.map((table) => h('details', {}, h('summary', {}, table.name),
      button(`SELECT * FROM ${table.name} LIMIT 20`, () => { this.area.value = `SELECT * FROM ${table.name} LIMIT 20`; void this.run(); }),
      h('ul', {}, ...table.columns.map((column) => h('li', {}, button(column.name, () => insert(column.name)), ' ', h('span', { class: 'type' }, column.type.split('(')[0] ?? ''))))));
    this.form.after(h('section', { class: 'schema', tabindex: 0, role: 'region', 'aria-label': t('tables') }, h('h2', {}, t('tables')), ...tables));
  }
}

export function enhance_sql(page: Page, form: HTMLFormElement): void {
  const area = form.querySelector('textarea'), place = document.getElementById('sql-result');
  if (page.api && area && place) new Console(page.api, form, area, place).start();
}
