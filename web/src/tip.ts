// One box beside what is pointed at or focused. It stays while the pointer is on it, Escape closes it, and a click on its
// anchor pins it (WCAG 2.2, 1.4.13: dismissible, hoverable, persistent).
import { fresh_id, h } from './dom';

export type Content = () => Node[] | null;
const id = fresh_id('tip');
let box: HTMLDivElement | undefined, owner: Element | null = null, pinned = false, timer = 0;

function element(): HTMLDivElement {
  if (!box) {
    box = h('div', { id, class: 'tip', role: 'tooltip', hidden: true });
    box.addEventListener('pointerenter', () => window.clearTimeout(timer));
    box.addEventListener('pointerleave', () => { if (!pinned) leave(); });
    document.body.append(box);
  }
  return box;
}

// Above what it belongs to, else below; `beside` a line of a chart, so that the chart's title and the line stay in sight.
function place(tip: HTMLElement, at: DOMRect, beside: boolean): void {
  const gap = 8, wide = document.documentElement.clientWidth, size = tip.getBoundingClientRect();
  const right = at.right + 1.5 * gap, before = at.left - size.width - 1.5 * gap;
  if (beside && (right + size.width <= wide - gap || before >= gap)) {
    tip.style.left = `${(right + size.width <= wide - gap ? right : before) + window.scrollX}px`;
    tip.style.top = `${Math.max(gap, Math.min(at.top, window.innerHeight - size.height - gap)) + window.scrollY}px`;
    return;
  }
  const left = Math.max(gap, Math.min(at.left + at.width / 2 - size.width / 2, wide - size.width - gap));
  const above = at.top - size.height - gap;
  tip.style.left = `${left + window.scrollX}px`;
  tip.style.top = `${(above >= gap ? above : at.bottom + gap) + window.scrollY}px`;
}

export function show_tip(anchor: Element, content: Node[], at: DOMRect = anchor.getBoundingClientRect(), beside = false): void {
  window.clearTimeout(timer);
  const tip = element();
  if (owner && owner !== anchor) owner.removeAttribute('aria-describedby');
  owner = anchor;
  tip.replaceChildren(...content);
  tip.hidden = false;
  anchor.setAttribute('aria-describedby', id);
  tip.style.left = '0';
  tip.style.top = '0';
  place(tip, at, beside);
}

export function hide_tip(): void {
  window.clearTimeout(timer);
  owner?.removeAttribute('aria-describedby');
  owner = null;
  pinned = false;
  if (box) box.hidden = true;
}
export function pin_tip(): void { pinned = true; }
export function is_pinned(): boolean { return pinned; }
export function tip_owner(): Element | null { return owner; }

function leave(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => { if (!pinned) hide_tip(); }, 180);
}

// Hover and focus show, click pins.
export function tip_on(anchor: Element, content: Content): void {
  const show = (): void => { const nodes = content(); if (nodes) show_tip(anchor, nodes); };
  anchor.addEventListener('pointerenter', (event) => {
    if ((event as PointerEvent).pointerType === 'touch' || pinned) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(show, 90);
  });
  anchor.addEventListener('pointerleave', () => { if (!pinned) leave(); });
  anchor.addEventListener('focus', () => { if (!pinned) show(); });
  anchor.addEventListener('blur', () => { if (!pinned) leave(); });
}

export function watch_tips(): void {
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && owner) hide_tip(); });
  document.addEventListener('pointerdown', (event) => {
    if (pinned && event.target instanceof Node && !box?.contains(event.target) && !owner?.contains(event.target)) hide_tip();
  });
}
