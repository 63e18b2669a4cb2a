// The pairs read last, in this browser only. Where it keeps nothing (private windows), the list is empty.
import { h, name, button } from './dom';
import { pair_address, type Page } from './page';
import { t } from './words';

export interface RecentPair { a: string; b: string; name_a: string; name_b: string }
const key = 'comity-recent', most = 8;

export function with_pair(list: readonly RecentPair[], pair: RecentPair): RecentPair[] {
  const same = (one: RecentPair): boolean => (one.a === pair.a && one.b === pair.b) || (one.a === pair.b && one.b === pair.a);
  return [pair, ...list.filter((one) => !same(one))].slice(0, most);
}

export function recent_pairs(): RecentPair[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(list)) return [];
    return list.filter((one): one is RecentPair => ['a', 'b', 'name_a', 'name_b'].every((field) => typeof (one as Record<string, unknown> | null)?.[field] === 'string'));
  } catch {
    return [];
  }
}

function keep(list: readonly RecentPair[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(list));
  } catch { /* nothing is kept then */ }
}

export function remember(pair: RecentPair): void {
  keep(with_pair(recent_pairs(), pair));
}

export function show_recent(page: Page, place: HTMLElement): void {
  const list = recent_pairs();
  if (list.length === 0) return;
  const title = place.querySelector('h2, h3') ?? h('h2', {}, t('recent'));
  const items = list.map((pair) => h('li', {}, h('a', { href: pair_address(page, pair.a, pair.b) }, name(pair.name_a), ' – ', name(pair.name_b))));
  const forget = button(t('forget'), () => { keep([]); place.replaceChildren(); place.hidden = true; }, { class: 'quiet' });
  place.replaceChildren(title, h('ul', { class: 'recent' }, ...items), forget);
  place.hidden = false;
}
