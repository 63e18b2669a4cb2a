// A heat map under the keyboard: arrow keys move over its cells, what is under the pointer or the cursor is said, Enter opens the
// pair. The cells are links already; only one of them is a stop.
import { h, say } from './dom';
import { hide_tip, show_tip } from './tip';
import { t } from './words';

interface Place { row: number; column: number }

export function enhance_matrix(table: HTMLTableElement): void {
  const body = [...(table.tBodies[0]?.rows ?? [])];
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map((cell) => cell.getAttribute('title') ?? cell.textContent?.trim() ?? '');
  const rows = body.map((row) => { const head = row.cells[0]; return head?.getAttribute('title') ?? head?.textContent?.trim() ?? ''; });
  const cells = body.map((row) => [...row.cells].slice(1));
  const at: Place = { row: 0, column: 0 };
  const link = (cell: Element | undefined): HTMLAnchorElement | null => cell?.querySelector('a') ?? null;

  const words = (cell: HTMLElement, row: number, column: number): string => {
    const own = link(cell)?.getAttribute('aria-label') ?? cell.dataset.words ?? '';
    return own || `${rows[row] ?? ''} → ${columns[column] ?? ''}: ${cell.textContent?.trim() || t('no_value')}`;
  };
  body.forEach((_, row) => cells[row]?.forEach((cell, column) => {
    const anchor = link(cell), title = anchor?.getAttribute('title') ?? cell.getAttribute('title');
    if (title) {
      cell.dataset.words = title;
      anchor?.removeAttribute('title');
      cell.removeAttribute('title');
      if (anchor && !anchor.getAttribute('aria-label')) anchor.setAttribute('aria-label', title);
    }
    if (anchor) anchor.tabIndex = -1;
    cell.addEventListener('pointerenter', () => show_tip(cell, [h('p', {}, words(cell, row, column))]));
    cell.addEventListener('pointerleave', hide_tip);
  }));

  const move = (row: number, column: number): void => {
    const cell = cells[row]?.[column];
    if (!cell) return;
    const from = cells[at.row]?.[at.column];
    (link(from) ?? from)?.setAttribute('tabindex', '-1');
    at.row = row;
    at.column = column;
    const target = link(cell) ?? cell;
    target.tabIndex = 0;
    target.focus();
    show_tip(cell, [h('p', {}, words(cell, row, column))]);
    if (target === cell) say(words(cell, row, column));
  };
  const first = cells.flatMap((row, i) => row.map((cell, j) => ({ cell, i, j }))).find(({ cell }) => link(cell));
  if (!first) return;
  at.row = first.i;
  at.column = first.j;
  (link(first.cell) ?? first.cell).tabIndex = 0;
  table.addEventListener('keydown', (event) => {
    const height = cells.length, width = columns.length;
    const steps: Record<string, [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], Home: [0, -at.column], End: [0, width - 1 - at.column], PageDown: [10, 0], PageUp: [-10, 0] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    move(Math.max(0, Math.min(height - 1, at.row + step[0])), Math.max(0, Math.min(width - 1, at.column + step[1])));
  });
  table.addEventListener('focusout', hide_tip);
  table.before(h('p', { class: 'note' }, t('matrix_hint')));
}
