// The source of a number, where the number stands: marks and figures show the notes they lead to, on hover, focus and click.
// What a note says is read from the page's own list of notes.
import { button, h } from './dom';
import { hide_tip, pin_tip, show_tip, tip_on } from './tip';
import { t } from './words';

const most_notes = 4;

export interface Note { number: number; source: string; terms: string; place: string }

export function note_at(number: number): Note | null {
  const item = document.getElementById(`note-${number}`);
  if (!item) return null;
  const group = item.closest('.source');
  const head = group?.querySelector('.source-head');
  const without = (element: Element | null | undefined, selector: string): string => {
    if (!element) return '';
    const copy = element.cloneNode(true) as Element;
    copy.querySelectorAll(selector).forEach((part) => part.remove());
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  return {
    number,
    source: without(head, '.terms, .address'),
    terms: head?.querySelector('.terms')?.textContent?.trim() ?? '',
    place: without(item, '.note-number, .back'),
  };
}

// The numbers that a mark names: "12", "12–15", "3,7".
export function numbers_of(mark: Element): number[] {
  const out: number[] = [];
  for (const link of mark.querySelectorAll('a[role=doc-noteref]')) {
    const [first, last] = (link.textContent ?? '').split('–').map(Number);
    if (first === undefined || Number.isNaN(first)) continue;
    for (let n = first; n <= (last ?? first) && out.length < 200; n += 1) out.push(n);
  }
  return out;
}

export function notes_content(numbers: readonly number[], lead: Node[] = []): Node[] | null {
  const notes = numbers.map(note_at).filter((note): note is Note => note !== null);
  if (notes.length === 0 && lead.length === 0) return null;
  const by_source = new Map<string, Note[]>();
  for (const note of notes.slice(0, most_notes)) by_source.set(note.source, [...(by_source.get(note.source) ?? []), note]);
  const parts = [...by_source].map(([source, members]) => h('div', { class: 'tip-source' },
    h('p', {}, h('cite', {}, source)),
    h('ul', {}, ...members.map((note) => h('li', {}, h('a', { href: `#note-${note.number}`, class: 'tip-note' }, `${note.number}`), ' ', note.place)))));
  const more = notes.length > most_notes ? [h('p', { class: 'tip-more' }, `+ ${notes.length - most_notes}`)] : [];
  return [...lead, ...parts, ...more];
}

function mark_beside(figure: Element): Element | null {
  for (let next = figure.nextElementSibling; next; next = next.nextElementSibling) if (next.matches('sup.mark')) return next;
  return figure.closest('td, dd, li, p')?.querySelector('sup.mark') ?? null;
}

export function enhance_notes(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('sup.mark a[role=doc-noteref]')) {
    const content = (): Node[] | null => {
      const alone = h('span', {}, link.cloneNode(true));
      return notes_content(numbers_of(alone));
    };
    tip_on(link, content);
    // A finger has no hover: the first touch shows, and what it shows leads on.
    link.addEventListener('click', (event) => {
      if ((event as PointerEvent).pointerType !== 'touch') { hide_tip(); return; }
      const nodes = content();
      if (!nodes) return;
      event.preventDefault();
      show_tip(link, nodes);
      pin_tip();
    });
  }
  for (const figure of document.querySelectorAll<HTMLElement>('.figure[data-value]')) {
    const content = (): Node[] | null => {
      const mark = mark_beside(figure);
      const exact = h('p', { class: 'tip-value' }, figure.dataset.exact ?? figure.getAttribute('title') ?? figure.textContent);
      return notes_content(mark ? numbers_of(mark) : [], [exact]);
    };
    // The browser's own tooltip would stand over ours.
    const title = figure.getAttribute('title');
    if (title) { figure.dataset.exact = title; figure.removeAttribute('title'); }
    tip_on(figure, content);
    figure.addEventListener('click', () => {
      const nodes = content();
      if (!nodes) return;
      nodes.push(button('×', hide_tip, { class: 'tip-close', 'aria-label': t('close') }));
      show_tip(figure, nodes);
      pin_tip();
    });
  }
}
