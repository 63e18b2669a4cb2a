// CSV as RFC 4180 has it, and its way onto the reader's disk.
import { exact } from './numbers';

export type Cell = string | number | null | undefined;

export function csv_cell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'number' ? exact(cell) : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Lines end with \n, as everything the program prints.
export function csv_text(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(csv_cell).join(',') + '\n').join('');
}

// Quotes may hold commas and line ends; the last line may lack its end.
export function parse_csv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [], cell = '', quoted = false;
  const end_cell = (): void => { row.push(cell); cell = ''; };
  const end_row = (): void => { end_cell(); rows.push(row); row = []; };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += '"'; i += 1; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') end_cell();
    else if (c === '\n') end_row();
    else if (c !== '\r') cell += c;
  }
  if (cell !== '' || row.length > 0) end_row();
  return rows;
}

export function download(file_name: string, media_type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type: media_type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file_name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
