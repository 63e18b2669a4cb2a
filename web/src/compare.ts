// Pairs to compare are chosen by name; the form's own field keeps their keys ("DEU-KAZ,FRA-KAZ") and is what is sent.
import { button, h, name, say } from './dom';
import type { Suggestion } from './fold';
import type { Page } from './page';
import { SearchBox, state_names } from './search';
import { t } from './words';

const most_pairs = 6;

export function pairs_of(text: string): [string, string][] {
  return text.split(',').map((pair) => pair.trim().split('-')).flatMap(([a, b, ...rest]): [string, string][] => (a && b && rest.length === 0 ? [[a, b]] : []));
}

export function enhance_compare(page: Page, form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=pairs]');
  const label = field?.closest('label');
  if (!field || !label) return;
  let pairs = pairs_of(field.value);
  const names = new Map<string, string>();
  const list = h('ul', { class: 'actions chosen', 'aria-label': t('compare_what') });
  const input = h('input', { type: 'search', 'aria-label': t('add_pair'), placeholder: `${t('add_pair')}: ${t('a_pair')}` });
  const show = (): void => {
    field.value = pairs.map((pair) => pair.join('-')).join(',');
    list.replaceChildren(...pairs.map(([a, b], i) => {
      const words = `${names.get(a) ?? a} – ${names.get(b) ?? b}`;
      return h('li', {}, h('span', {}, name(words), ' ', button('×', () => { pairs = pairs.filter((_, at) => at !== i); show(); input.focus(); }, { class: 'remove', 'aria-label': `${t('remove')}: ${words}` })));
    }));
  };
  const add = (one: Suggestion, other: Suggestion): void => {
    names.set(one.key, one.name);
    names.set(other.key, other.name);
    if (pairs.length >= most_pairs) { say(t('at_most')); return; }
    if (!pairs.some(([a, b]) => a === one.key && b === other.key)) pairs.push([one.key, other.key]);
    input.value = '';
    show();
    say(`${one.name} – ${other.name}`);
  };
  label.after(h('div', { class: 'chooser' }, list, input));
  new SearchBox(page, input, true, () => undefined, add);
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  show();
  state_names(page).then((all) => { all.forEach((words, key) => names.set(key, words)); show(); }, () => undefined);
  // The keys stay to be seen and typed, one step away.
  const details = h('details', { class: 'fold' }, h('summary', {}, t('as_keys')));
  label.before(details);
  details.append(label);
  form.querySelectorAll('select').forEach((select) => select.addEventListener('change', () => { if (pairs.length > 0) form.requestSubmit(); }));
}
