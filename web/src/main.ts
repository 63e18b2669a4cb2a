// Finds what a page has and wakes it. Each enhancement stands alone: one that fails leaves the page as it came.
import './main.css';
import { charts_of, read_page, type Page } from './page';
import { remember, show_recent } from './recent';
import { enhance_search, slash_focuses_search } from './search';
import { enhance_notes } from './notes';
import { open_for_print } from './print';
import { watch_tips } from './tip';
import { speak } from './words';

function guarded(what: string, run: () => void | Promise<void>): void {
  const failed = (error: unknown): void => console.error(`Comity: ${what}:`, error);
  try {
    Promise.resolve(run()).catch(failed);
  } catch (error) {
    failed(error);
  }
}

function each<E extends Element>(what: string, selector: string, run: (element: E) => void | Promise<void>): void {
  document.querySelectorAll<E>(selector).forEach((element) => guarded(what, () => run(element)));
}

function remember_pair(page: Page): void {
  const { a, b, data } = page;
  if (page.kind !== 'pair' || !a || !b) return;
  remember({ a, b, name_a: data.a?.name ?? a, name_b: data.b?.name ?? b });
}

async function enhance_tools_of(page: Page): Promise<void> {
  const place = page.kind === 'pair' ? document.querySelector<HTMLElement>('.top .actions, [data-tools]') : null;
  if (place) (await import('./tools')).enhance_tools(page, place);
}

async function enhance_tables(page: Page): Promise<void> {
  const tables = [...document.querySelectorAll<HTMLTableElement>('table[data-sortable]')];
  if (tables.length === 0) return;
  const { csv } = document.body.dataset, [first, ...others] = tables;
  if (page.kind === 'rankings' && csv && first) await (await import('./ranking')).enhance_ranking(page, first, csv);
  else if (first) others.unshift(first);
  const { enhance_table } = await import('./table/sortable');
  await Promise.all(others.map((table) => enhance_table(page, table)));
}

function start(): void {
  const page = read_page();
  speak(page.language);
  document.documentElement.classList.add('has-script');
  slash_focuses_search();
  watch_tips();
  each<HTMLFormElement>('search', 'form[role=search]', (form) => enhance_search(page, form));
  guarded('recent', () => remember_pair(page));
  each<HTMLElement>('recent', '[data-recent]', (place) => show_recent(page, place));
  guarded('notes', enhance_notes);
  guarded('print', open_for_print);
  if (charts_of(page.data).length > 0) guarded('charts', async () => (await import('./chart/charts')).enhance_charts(page));
  guarded('tools', () => enhance_tools_of(page));
  each<HTMLElement>('map', '[data-map=pick]', async (place) => (await import('./pick')).enhance_pick(page, place));
  guarded('tables', () => enhance_tables(page));
  each<HTMLTableElement>('matrix', 'table.heat', async (table) => (await import('./matrix')).enhance_matrix(table));
  if (page.kind === 'compare') each<HTMLFormElement>('compare', 'main form', async (form) => (await import('./compare')).enhance_compare(page, form));
  if (page.kind === 'sql') each<HTMLFormElement>('sql', 'main form', async (form) => (await import('./sql')).enhance_sql(page, form));
  if (page.kind === 'audit') each<HTMLFormElement>('audit', 'main form', async (form) => (await import('./audit')).enhance_audit(form));
}

start();
