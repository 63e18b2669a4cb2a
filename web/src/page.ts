// What the page says about itself: its kind, its pair, the way to the root, the API where there is one, its data.
import type { Block } from './chart/model';

export interface Named { id: string; name: string }

export interface PageData {
  a?: Named;
  b?: Named;
  edition?: string;
  edition_date?: string;
  profile?: string;
  charts?: Block[];
  sections?: Section[];
  rates?: Rates;
  names?: Record<string, string>;  // of states by key, in a language that is not the one of the CSV files
}
export interface Section { id: string; title: string; blocks: Block[]; children?: Section[] }
// US dollars for one unit of a currency, mean of each year: rates.EUR["2019"].
export type Rates = Record<string, Record<string, number>>;

export interface Page {
  kind: string;
  language: 'en' | 'de';
  root: string;        // absolute address of the site's root, ends with a slash
  api: string | null;  // absolute address without a slash at its end; null on a static site
  a: string | null;
  b: string | null;
  data: PageData;
}

function read_data(): PageData {
  const element = document.getElementById('page-data');
  if (!element?.textContent) return {};
  try {
    return JSON.parse(element.textContent) as PageData;
  } catch {
    return {};
  }
}

// The two names as the heading writes them, where the data does not.
function with_names(data: PageData): PageData {
  const { a, b } = document.body.dataset;
  const [first, second] = [...document.querySelectorAll('h1 .name')].map((element) => element.textContent?.trim() ?? '');
  if (!data.a && a) data.a = { id: a, name: first || a };
  if (!data.b && b) data.b = { id: b, name: second || b };
  data.edition ??= document.body.dataset.edition ?? '';
  return data;
}

export function read_page(): Page {
  const { dataset } = document.body;
  const root = new URL(dataset.root ?? './', location.href).href;
  const api = dataset.api ? new URL(dataset.api, location.href).href.replace(/\/$/, '') : null;
  return {
    kind: dataset.page ?? '',
    language: document.documentElement.lang.startsWith('de') ? 'de' : 'en',
    root,
    api,
    a: dataset.a ?? null,
    b: dataset.b ?? null,
    data: with_names(read_data()),
  };
}

// The root of the pages in this language.
export function language_root(page: Page): string {
  return page.language === 'de' ? new URL('de/', page.root).href : page.root;
}

// A static site holds each pair once, its keys in the order of the alphabet; a server shows it from either side.
export function pair_address(page: Page, a: string, b: string): string {
  const [first, second] = page.api === null && b < a ? [b, a] : [a, b];
  return new URL(`pair/${encodeURIComponent(first)}/${encodeURIComponent(second)}/`, language_root(page)).href;
}

// All drawings of the page, in its order.
export function charts_of(data: PageData): Block[] {
  if (data.charts) return data.charts;
  const out: Block[] = [];
  const walk = (section: Section): void => {
    out.push(...section.blocks);
    section.children?.forEach(walk);
  };
  data.sections?.forEach(walk);
  return out.filter((block) => ['line_chart', 'bar_chart', 'map', 'timeline'].includes(block.type));
}

// A static site has no page for a pair about which its edition knows nothing: told, rather than led to nowhere.
export async function go_to_pair(page: Page, a: string, b: string, missing: () => void): Promise<void> {
  const address = pair_address(page, a, b);
  if (page.api === null) {
    const answer = await fetch(address, { method: 'HEAD' }).catch(() => null);
    if (answer && answer.status === 404) { missing(); return; }
  }
  location.assign(address);
}
