// On paper nothing can be opened: what is folded is opened for the print and folded again behind it.
export function open_for_print(): void {
  addEventListener('beforeprint', () => {
    document.querySelectorAll<HTMLDetailsElement>('main details:not([open])').forEach((fold) => { fold.open = true; fold.dataset.printed = ''; });
  });
  addEventListener('afterprint', () => {
    document.querySelectorAll<HTMLDetailsElement>('details[data-printed]').forEach((fold) => { fold.open = false; delete fold.dataset.printed; });
  });
}
