// A ranking's whole table: the page holds its first rows, the CSV behind it all of them. They are fetched once the page stands,
// and only those in sight are drawn.
import { get_text } from './api';
import { parse_csv } from './csv';
import type { Page } from './page';
import { rows_of_file, SortableTable, type RowFile } from './table/sortable';
import { t, type Word } from './words';

// `own`: names in the page's language, by key; the file's are English.
// from,to,from_name,to_name,value,unit,currency,period,reporter,source,key
export function ranking_rows(text: string, titles: readonly string[], words: (word: Word) => string, own: Readonly<Record<string, string>> = {}): RowFile | null {
  const [head, ...lines] = parse_csv(text);
  if (!head) return null;
  const place = (column: string): number => head.indexOf(column);
  const from = place('from'), to = place('to'), value = place('value'), from_name = place('from_name'), to_name = place('to_name'), unit = place('unit'), currency = place('currency'), reporter = place('reporter');
  if ([from, to, value].some((column) => column < 0)) return null;
  const first = lines[0] ?? [], names: Record<string, string> = {};
  const rows = lines.filter((line) => line.length === head.length).map((line, i): (string | number | null)[] => {
    names[line[from] ?? ''] = own[line[from] ?? ''] ?? line[from_name] ?? '';
    names[line[to] ?? ''] = own[line[to] ?? ''] ?? line[to_name] ?? '';
    return [i + 1, line[from] ?? '', line[to] ?? '', line[value] === '' ? null : Number(line[value]), line[reporter] ?? ''];
  });
  for (const row of rows) if (typeof row[4] === 'string') row[4] = names[row[4]] ?? row[4];
  const money = first[currency] || (first[unit] === 'money' ? '' : first[unit]) || '';
  return {
    columns: [{ id: 'rank', title: titles[0] ?? '', numeric: true }, { id: 'a', title: titles[1] ?? '' }, { id: 'b', title: titles[2] ?? '' }, { id: 'value', title: titles[3] ?? '', numeric: true, unit: money }, { id: 'reporter', title: words('reported_by') }],
    rows, names,
  };
}

export async function enhance_ranking(page: Page, table: HTMLTableElement, address: string): Promise<void> {
  const scroll = table.closest<HTMLElement>('.scroll');
  if (!scroll) return;
  const head = table.tHead?.rows[0];
  if (!head) return;
  // The page's own words for its first columns.
  const titles = [...head.cells].map((cell) => cell.textContent?.trim() ?? '');
  const file = ranking_rows(await get_text(new URL(address, location.href).href), titles, t, page.data.names);
  if (!file) return;
  const rows = rows_of_file(page, file);
  head.replaceChildren(...rows.columns.map((column) => {
    const cell = document.createElement('th');
    cell.scope = 'col';
    if (column.numeric) cell.className = 'number';
    cell.textContent = column.title;
    return cell;
  }));
  document.querySelector('main > p.note')?.remove();
  // The page's own link gives the whole as CSV.
  new SortableTable(table, scroll, rows, false).start();
}
