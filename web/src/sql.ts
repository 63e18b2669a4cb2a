import type { Page } from './page';
export function enhance_sql(_page: Page, _form: HTMLFormElement): void {}
