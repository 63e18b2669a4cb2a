// A text file dropped on the form, or chosen, stands in its field: what is sent stays in sight.
import { button, h, say } from './dom';
import { t } from './words';

const most_bytes = 2_000_000;

async function read(file: File, area: HTMLTextAreaElement): Promise<void> {
  if (file.size > most_bytes) { say(t('too_large')); return; }
  area.value = await file.text();
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
  say(file.name);
}

export function enhance_audit(form: HTMLFormElement): void {
  const area = form.querySelector('textarea');
  if (!area) return;
  const chooser = h('input', { type: 'file', accept: '.txt,.md,.html,.htm,.wiki,text/*', hidden: true });
  chooser.addEventListener('change', () => { const [file] = chooser.files ?? []; if (file) void read(file, area); });
  const zone = h('p', { class: 'drop' }, `${t('drop_here')} `, button(t('choose_file'), () => chooser.click()), chooser);
  (area.closest('label') ?? area).after(zone);
  for (const place of [area, zone] as HTMLElement[]) {
    place.addEventListener('dragover', (event) => { event.preventDefault(); place.classList.add('over'); });
    place.addEventListener('dragleave', () => place.classList.remove('over'));
    place.addEventListener('drop', (event) => {
      place.classList.remove('over');
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      void read(file, area);
    });
  }
}
