// A timeline points at its list: the entry under the pointer stands beside it with its sources. The list below holds all of
// them, and a filter of years shortens it.
import { button, fresh_id, h, say } from '../dom';
import { notes_content, numbers_of } from '../notes';
import { hide_tip, show_tip } from '../tip';
import { t } from '../words';

interface Item { row: HTMLElement; date: string; text: string; marks: number[]; year: number | null }

export function first_year(date: string): number | null {
  const found = /\b(1[0-9]{3}|20[0-9]{2})\b/.exec(date);
  return found ? Number(found[1]) : null;
}

function items_of(figure: HTMLElement): Item[] {
  return [...figure.querySelectorAll<HTMLElement>('dl.events > div')].map((row) => {
    const text = row.querySelector('dd')?.cloneNode(true) as HTMLElement | undefined;
    const mark = text?.querySelector('sup.mark');
    const marks = mark ? numbers_of(mark) : [];
    text?.querySelectorAll('sup.mark').forEach((one) => one.remove());
    const date = row.querySelector('dt')?.textContent?.trim() ?? '';
    return { row, date, text: text?.textContent?.trim() ?? '', marks, year: first_year(date) };
  });
}

function title_of(element: Element): string {
  return element.querySelector('title')?.textContent ?? '';
}

export function enhance_timeline(figure: HTMLElement): void {
  const items = items_of(figure);
  for (const drawing of figure.querySelectorAll<SVGSVGElement>('svg.drawing.timeline')) {
    for (const sign of [...drawing.querySelectorAll<SVGElement>('circle, rect, path, text.event')].filter((one) => one.querySelector('title'))) {
      const words = title_of(sign);
      const item = items.find((one) => words.includes(one.text) && words.includes(one.date)) ?? items.find((one) => words.includes(one.text));
      sign.querySelector('title')?.remove();
      const show = (): void => {
        const lead = item ? [h('p', { class: 'tip-head' }, item.date), h('p', {}, item.text)] : [h('p', {}, words)];
        show_tip(drawing, notes_content(item?.marks ?? [], lead) ?? lead, sign.getBoundingClientRect());
        item?.row.classList.add('pointed');
      };
      sign.addEventListener('pointerenter', show);
      sign.addEventListener('click', show);
      sign.addEventListener('pointerleave', () => { item?.row.classList.remove('pointed'); hide_tip(); });
    }
  }
  const years = items.flatMap((item) => (item.year === null ? [] : [item.year]));
  if (items.length > 8 && years.length > 1) add_period(figure, items, Math.min(...years), Math.max(...years));
}

function add_period(figure: HTMLElement, items: readonly Item[], first: number, last: number): void {
  const list = figure.querySelector('dl.events');
  if (!list) return;
  const field = (words: string, value: number): [HTMLElement, HTMLInputElement] => {
    const id = fresh_id('year'), input = h('input', { id, type: 'number', min: first, max: last, value });
    return [h('span', { class: 'choice' }, h('label', { for: id }, words), input), input];
  };
  const [from_label, from] = field(t('from'), first), [to_label, to] = field(t('to'), last);
  const apply = (): void => {
    let left = 0;
    for (const item of items) {
      item.row.hidden = item.year !== null && (item.year < Number(from.value) || item.year > Number(to.value));
      if (!item.row.hidden) left += 1;
    }
    reset.hidden = left === items.length;
    say(`${left} / ${items.length}`);
  };
  const reset = button(t('all_years'), () => { from.value = String(first); to.value = String(last); apply(); }, { class: 'quiet', hidden: true });
  from.addEventListener('change', apply);
  to.addEventListener('change', apply);
  list.before(h('fieldset', { class: 'choices inline' }, h('legend', {}, t('period')), from_label, to_label, reset));
}
