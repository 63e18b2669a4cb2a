// What a reader takes away from a page: a citation, the text, wikitext, paper.
import { get_text, with_query } from './api';
import { button, fresh_id, h, say } from './dom';
import type { Page } from './page';
import { t } from './words';

export interface Reference { title: string; edition: string; edition_date: string; address: string; day: string }

export function plain_reference(one: Reference, accessed: string): string {
  const edition = one.edition ? ` Edition ${one.edition}${one.edition_date ? ` (${one.edition_date})` : ''}.` : '';
  return `Comity: ${one.title}.${edition} ${one.address} (${accessed} ${one.day}).`;
}

// A brace that stands alone would end the field.
export function bibtex(one: Reference): string {
  const field = (text: string): string => text.replace(/[{}\\]/g, '').replace(/([%&#$_])/g, '\\$1');
  const key = `comity-${one.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40)}`;
  return `@misc{${key},\n  title = {{${field(one.title)}}},\n  author = {{Comity}},\n  note = {Edition ${field(one.edition)}},\n  year = {${one.edition_date.slice(0, 4)}},\n  url = {${one.address.replace(/[{}\\\s]/g, '')}},\n  urldate = {${one.day}}\n}\n`;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(t('copied'));
  } catch {
    say(t('copy_failed'));
  }
}

// The words of the page in reading order: no marks, no drawings, no side notes.
export function text_of(main: Element): string {
  const copy = main.cloneNode(true) as Element;
  copy.querySelectorAll('svg, .side, sup.mark, .anchor, .live-chart, script, details.fold, .notes, [hidden], button').forEach((one) => one.remove());
  const parts: string[] = [];
  for (const one of copy.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, caption, th, td')) {
    const words = (one.textContent ?? '').replace(/[ \t\r\n]+/g, ' ').trim();
    if (!words) continue;
    if (/^H[1-4]$/.test(one.tagName)) parts.push(`\n${words}`);
    else if (one.tagName === 'DT') parts.push(`${words}: `);
    else if (one.tagName === 'LI') parts.push(`- ${words}`);
    else if (['TH', 'TD'].includes(one.tagName)) parts.push(one.nextElementSibling ? `${words}\t` : words);
    else parts.push(words);
  }
  return parts.reduce((text, part) => (/[\t]$|: $/.test(text) ? text + part : text ? `${text}\n${part}` : part), '').trim() + '\n';
}

function reference(page: Page): Reference {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return {
    title: document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() ?? document.title,
    edition: page.data.edition ?? document.body.dataset.edition ?? '',
    edition_date: page.data.edition_date ?? '',
    address: canonical ?? location.href.replace(/#.*$/, ''),
    day: new Date().toISOString().slice(0, 10),
  };
}

function open_citation(page: Page): void {
  const id = fresh_id('cite'), one = reference(page), forms: [string, string][] = [[t('plain'), plain_reference(one, t('accessed'))], [t('bibtex'), bibtex(one)]];
  const dialog = h('dialog', { class: 'cite', 'aria-labelledby': id }, h('h2', { id }, t('cite_title')),
    ...forms.map(([label, text]) => h('section', {}, h('h3', {}, label), h('pre', { tabindex: 0 }, text), button(t('copy'), () => { void copy(text); }))),
    h('form', { method: 'dialog' }, h('button', {}, t('close'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function formatted(page: Page, format: 'text' | 'wikitext'): Promise<string> {
  const { a, b, api } = page;
  if (api && a && b) {
    return get_text(with_query(`${api}/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`, { format, profile: page.data.profile ?? document.body.dataset.profile ?? null }));
  }
  return text_of(document.querySelector('main') ?? document.body);
}

export function enhance_tools(page: Page, place: HTMLElement): void {
  const take = (format: 'text' | 'wikitext') => (): void => {
    formatted(page, format).then(copy, (error: unknown) => say(`${t('failed')}: ${error instanceof Error ? error.message : String(error)}`));
  };
  const actions = [button(t('cite'), () => open_citation(page)), button(t('copy_text'), take('text'))];
  if (page.api && page.a && page.b) actions.push(button(t('copy_wikitext'), take('wikitext')));
  actions.push(button(t('print'), () => window.print()));
  const items = actions.map((action) => h('li', {}, action));
  if (place.matches('ul, ol')) place.append(...items); else place.append(h('ul', { class: 'actions web-tools' }, ...items));
}
