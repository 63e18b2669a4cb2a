// The world map: the first press chooses a country, the second leads to the pair. By keyboard as by pointer; the lists of
// the form beside it say the same and are filled along.
import { h, say } from './dom';
import { go_to_pair, type Page } from './page';
import { hide_tip, show_tip } from './tip';
import { t } from './words';

function key_of(element: Element): string | null {
  const own = element.getAttribute('data-key');
  if (own) return own;
  const country = /(?:^|\/)country\/([^/]+)\/?$/.exec(element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '');
  return country?.[1] ? decodeURIComponent(country[1]) : null;
}

interface Country { key: string; name: string; elements: Element[] }

function countries_of(place: Element): Map<string, Country> {
  const out = new Map<string, Country>();
  for (const element of place.querySelectorAll('svg a, svg [data-key]')) {
    if (element.parentElement?.closest('svg a, svg [data-key]')) continue;
    const key = key_of(element);
    if (!key) continue;
    const name = element.querySelector('title')?.textContent?.trim() ?? element.getAttribute('aria-label') ?? key;
    const had = out.get(key);
    if (had) had.elements.push(element); else out.set(key, { key, name, elements: [element] });
  }
  return out;
}

class Picker {
  private first: Country | null = null;
  private readonly hint = h('p', { class: 'pick-hint', 'aria-live': 'polite' }, t('pick_hint'));
  private readonly countries: Map<string, Country>;
  private readonly selects: HTMLSelectElement[];

  constructor(private readonly page: Page, private readonly place: HTMLElement) {
    this.countries = countries_of(place);
    const form = document.querySelector<HTMLFormElement>('form.pick, form[data-pick]');
    this.selects = form ? [...form.querySelectorAll('select')] : [];
    form?.addEventListener('submit', (event) => this.submit(event));
  }

  start(): void {
    if (this.countries.size === 0) return;
    (this.place.querySelector('svg') ?? this.place.firstElementChild)?.before(this.hint);
    const all = [...this.countries.values()];
    const stops: Element[] = [];
    for (const country of all) {
      country.elements.forEach((element, i) => {
        element.querySelector('title')?.remove();
        element.setAttribute('role', 'button');
        element.setAttribute('aria-pressed', 'false');
        element.setAttribute('aria-label', country.name);
        // One stop for the keyboard: arrow keys go on from there.
        element.setAttribute('tabindex', stops.length === 0 && i === 0 ? '0' : '-1');
        if (i > 0) element.setAttribute('aria-hidden', 'true'); else stops.push(element);
        element.addEventListener('click', (event) => { event.preventDefault(); this.choose(country); });
        element.addEventListener('keydown', (event) => this.press(event as KeyboardEvent, country, stops));
        element.addEventListener('pointerenter', () => show_tip(element, [h('p', {}, h('bdi', {}, country.name))]));
        element.addEventListener('pointerleave', hide_tip);
        element.addEventListener('focus', () => show_tip(element, [h('p', {}, h('bdi', {}, country.name))]));
        element.addEventListener('blur', hide_tip);
      });
    }
    stops.sort((one, other) => (one.getAttribute('aria-label') ?? '').localeCompare(other.getAttribute('aria-label') ?? '', document.documentElement.lang));
  }

  private press(event: KeyboardEvent, country: Country, stops: readonly Element[]): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.choose(country);
      return;
    }
    if (event.key === 'Escape' && this.first) { this.forget(); return; }
    const at = stops.findIndex((stop) => stop === country.elements[0]);
    let to = -1;
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') to = (at + 1) % stops.length;
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') to = (at + stops.length - 1) % stops.length;
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = stops.length - 1;
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== '/') {
      // A letter: the next country that begins so.
      const begins = (stop: Element | undefined): boolean => (stop?.getAttribute('aria-label') ?? '').toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
      for (let i = 1; i <= stops.length && to < 0; i += 1) if (begins(stops[(at + i) % stops.length])) to = (at + i) % stops.length;
    }
    const stop = stops[to];
    if (!stop) return;
    event.preventDefault();
    stops.forEach((one) => one.setAttribute('tabindex', '-1'));
    stop.setAttribute('tabindex', '0');
    (stop as SVGElement).focus();
  }

  private mark(country: Country, on: boolean): void {
    for (const element of country.elements) {
      element.setAttribute('aria-pressed', String(on));
      element.classList.toggle('picked', on);
    }
  }

  private forget(): void {
    if (this.first) this.mark(this.first, false);
    this.first = null;
    this.hint.textContent = t('pick_hint');
  }

  private choose(country: Country): void {
    if (this.first && this.first.key !== country.key) {
      this.go(this.first.key, country.key);
      return;
    }
    if (this.first) { this.forget(); return; }
    this.first = country;
    this.mark(country, true);
    this.hint.replaceChildren(h('bdi', {}, country.name), ` ${t('picked_one')}`);
    const [select] = this.selects;
    const option = select && [...select.options].find((one) => one.value === country.key);
    if (select && option) select.value = option.value;
  }

  private go(a: string, b: string): void {
    void go_to_pair(this.page, a, b, () => { this.hint.textContent = t('no_page'); });
  }

  private submit(event: SubmitEvent): void {
    const [a, b] = this.selects.map((select) => select.value);
    if (!a || !b) return;
    event.preventDefault();
    if (a === b) say(t('same_twice')); else this.go(a, b);
  }
}

export function enhance_pick(page: Page, place: HTMLElement): void {
  new Picker(page, place).start();
}
