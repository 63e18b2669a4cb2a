// Elements from code. Text is always text: nothing here takes markup, and no style attribute is ever written (the
// pages' policy forbids both; where a size is computed, style properties are set one by one).

export type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined>;

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
}

export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(typeof child === 'number' ? String(child) : child);
  }
}

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(element, attributes, children);
  return element;
}

export function button(label: Child, press: (event: MouseEvent) => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', press);
  return element;
}

let ids = 0;
export function fresh_id(kind: string): string {
  ids += 1;
  return `web-${kind}-${ids}`;
}

// A name of a country or a person in whatever script: its direction is its own affair.
export function name(text: string): HTMLElement {
  return h('bdi', {}, text);
}

// What just happened, for those who listen instead of looking. One region a page.
let region: HTMLElement | undefined;
export function say(text: string): void {
  if (!region) {
    region = h('p', { role: 'status', class: 'spoken' });
    document.body.append(region);
  }
  region.textContent = text;
}

export function debounced<T extends unknown[]>(wait: number, run: (...args: T) => void): (...args: T) => void {
  let timer = 0;
  return (...args) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => run(...args), wait);
  };
}
