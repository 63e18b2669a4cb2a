// The search box: a combobox after the ARIA pattern. Two countries in one box ("Germany – Kazakhstan") lead to their pair;
// boxes named a and b each hold one, and the second choice leads there too. Without a script the form is sent as it is.
import { get_json, with_query } from './api';
import { append, debounced, fresh_id, h, name, say } from './dom';
import { fold, match_rank, NameIndex, split_pair, type SearchState, type Suggestion } from './fold';
import { go_to_pair, language_root, type Page } from './page';
import { t } from './words';

interface Option extends Suggestion { kind: 'state' | 'country' | 'pair'; other?: Suggestion }

// All names, fetched once, when somebody first types (a static site only).
let index: Promise<NameIndex> | undefined;
function name_index(page: Page): Promise<NameIndex> {
  index ??= get_json<{ states: SearchState[] }>(new URL('search.json', page.root).href).then((file) => new NameIndex(file.states));
  index.catch(() => { index = undefined; });
  return index;
}

// Names of states by key, in the interface's language; of a server only.
let names: Promise<Map<string, string>> | undefined;
export function state_names(page: Page): Promise<Map<string, string>> {
  if (!page.api) return Promise.resolve(new Map());
  names ??= get_json<{ states: { key: string; name: string }[] }>(with_query(`${page.api}/states`, { language: page.language }))
    .then((answer) => new Map(answer.states.map((state) => [state.key, state.name])));
  names.catch(() => { names = undefined; });
  return names;
}

export async function suggest(page: Page, text: string, signal?: AbortSignal): Promise<Suggestion[]> {
  if (!text) return [];
  if (!page.api) return (await name_index(page)).suggest(text);
  const answer = await get_json<{ suggestions: { key: string; name: string; matched: string }[] }>(with_query(`${page.api}/suggest`, { q: text, limit: 8 }), signal);
  // The register's own names are English ones.
  const own = page.language === 'en' ? new Map<string, string>() : await state_names(page);
  // Where the name shown matches itself, another that matches too says nothing more.
  return answer.suggestions.map((one) => {
    const name = own.get(one.key) ?? one.name;
    return { key: one.key, name, matched: match_rank(fold(name), fold(text)) === null ? one.matched : name };
  });
}

export class SearchBox {
  private readonly list: HTMLUListElement;
  private options: Option[] = [];
  private active = -1;
  private asked: AbortController | undefined;
  chosen: Suggestion | null = null;

  constructor(private readonly page: Page, private readonly input: HTMLInputElement, private readonly pairs: boolean, private readonly done: (box: SearchBox) => void,
    private readonly on_pair: (one: Suggestion, other: Suggestion) => void = (one, other) => { void go_to_pair(page, one.key, other.key, () => say(t('no_page'))); }) {
    const id = fresh_id('options');
    this.list = h('ul', { id, role: 'listbox', class: 'options', 'aria-label': t('matches'), hidden: true });
    for (const [key, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id, autocomplete: 'off', spellcheck: 'false' })) {
      input.setAttribute(key, value);
    }
    // Beside the label, not in it: the list is no part of the box's name.
    const label = input.closest('label');
    if (label?.parentElement) {
      label.parentElement.classList.add('search-host');
      label.after(this.list);
    } else {
      const wrap = h('span', { class: 'search-host' });
      input.replaceWith(wrap);
      wrap.append(input, this.list);
    }
    const ask = debounced(60, () => { void this.ask(); });
    input.addEventListener('input', () => { this.chosen = null; ask(); });
    input.addEventListener('keydown', (event) => this.press(event));
    input.addEventListener('blur', () => window.setTimeout(() => this.close(), 150));
    input.addEventListener('focus', () => { if (input.value) ask(); });
  }

  private async ask(): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    try {
      this.show(await this.find(this.input.value, signal));
    } catch (error) {
      if (!signal.aborted) { this.close(); say(`${t('failed')}: ${String(error)}`); }
    }
  }

  private async find(text: string, signal: AbortSignal): Promise<Option[]> {
    const { first, rest } = this.pairs ? split_pair(text) : { first: null, rest: text.trim() };
    if (first === null) {
      const states = (await suggest(this.page, rest, signal)).map((one) => ({ ...one, kind: 'state' as const }));
      return states.length > 0 || !this.pairs ? states : this.find_parted(rest, signal);
    }
    const [one] = this.chosen && this.chosen.name === first ? [this.chosen] : await suggest(this.page, first, signal);
    if (!one) return [];
    if (!rest) return [{ ...one, kind: 'country' }];
    return (await suggest(this.page, rest, signal)).filter((other) => other.key !== one.key).map((other) => ({ ...one, kind: 'pair' as const, other }));
  }

  // "Germany Kaz": two names with nothing but a blank between, when both together are none.
  private async find_parted(text: string, signal: AbortSignal): Promise<Option[]> {
    for (const gap of [...text.matchAll(/ +/g)].slice(0, 4)) {
      const first = text.slice(0, gap.index), rest = text.slice(gap.index + gap[0].length);
      const [one] = await suggest(this.page, first, signal);
      if (!one || fold(one.matched) !== fold(first)) continue;
      const others = (await suggest(this.page, rest, signal)).filter((other) => other.key !== one.key);
      if (others.length > 0) return others.map((other) => ({ ...one, kind: 'pair' as const, other }));
    }
    return [];
  }

  private label(option: Option): Node[] {
    const shown = option.other ?? option;
    const out: Node[] = option.other ? [name(option.name), document.createTextNode(' – '), name(option.other.name)] : [name(option.name)];
    if (shown.matched.toLowerCase() !== shown.name.toLowerCase()) out.push(h('span', { class: 'matched' }, ' ', name(shown.matched)));
    if (option.kind === 'country') out.push(h('span', { class: 'matched' }, ` – ${t('match_second')} …`));
    return out;
  }

  private show(options: Option[]): void {
    this.options = options;
    this.active = options.length > 0 ? 0 : -1;
    this.list.replaceChildren(...options.map((option, i) => {
      const item = h('li', { role: 'option', id: `${this.list.id}-${i}`, 'aria-selected': String(i === this.active) }, ...this.label(option));
      // Before the box loses the focus.
      item.addEventListener('mousedown', (event) => { event.preventDefault(); this.take(i); });
      return item;
    }));
    if (options.length === 0 && this.input.value.trim()) append(this.list, [h('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, t('no_match'))]);
    this.list.hidden = this.list.childElementCount === 0;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.point();
    say(options.length > 0 ? `${options.length} ${t('matches')}` : this.input.value.trim() ? t('no_match') : '');
  }

  private point(): void {
    this.list.querySelectorAll('[role=option]').forEach((item, i) => item.setAttribute('aria-selected', String(i === this.active)));
    if (this.active >= 0) {
      this.input.setAttribute('aria-activedescendant', `${this.list.id}-${this.active}`);
      this.list.children[this.active]?.scrollIntoView({ block: 'nearest' });
    } else this.input.removeAttribute('aria-activedescendant');
  }

  private press(event: KeyboardEvent): void {
    const count = this.options.length;
    if (event.key === 'Escape') {
      if (!this.list.hidden) event.preventDefault();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      if (this.list.hidden) this.show(this.options);
      else this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.point();
    } else if (event.key === 'Enter' && !event.isComposing && !this.list.hidden && this.active >= 0) {
      event.preventDefault();
      this.take(this.active);
    }
  }

  private take(i: number): void {
    const option = this.options[i];
    if (!option) return;
    if (option.kind === 'pair' && option.other) {
      this.close();
      this.on_pair({ key: option.key, name: option.name, matched: option.matched }, option.other);
    } else if (option.kind === 'country') {
      location.assign(new URL(`country/${encodeURIComponent(option.key)}/`, language_root(this.page)).href);
    } else {
      this.chosen = option;
      this.input.value = this.pairs ? `${option.name} – ` : option.name;
      if (this.pairs) void this.ask(); else { this.close(); this.done(this); }
    }
  }

  close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  async resolve(): Promise<Suggestion | null> {
    return this.chosen ?? (await suggest(this.page, this.input.value.trim()))[0] ?? null;
  }
  get element(): HTMLInputElement { return this.input; }
}

export function enhance_search(page: Page, form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input')].filter((input) => ['search', 'text'].includes(input.type));
  const boxes: SearchBox[] = [];
  const go = async (): Promise<void> => {
    const [one, other] = await Promise.all(boxes.map((box) => box.resolve()));
    if (one && other && one.key !== other.key) await go_to_pair(page, one.key, other.key, () => say(t('no_page')));
    else if (one && other) say(t('same_twice'));
  };
  for (const input of inputs) {
    boxes.push(new SearchBox(page, input, inputs.length === 1, (box) => {
      const next = boxes.find((other) => other !== box && !other.chosen);
      if (next) next.element.focus(); else void go();
    }));
  }
  if (inputs.length > 1) form.addEventListener('submit', (event) => { event.preventDefault(); void go(); });
}

// "/" leads to the first search box, unless somebody is writing.
export function slash_focuses_search(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, textarea, select, [contenteditable]')) return;
    const input = document.querySelector<HTMLInputElement>('form[role=search] input[type=search], form[role=search] input[type=text]');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
