// Labels at the ends of lines, each as near to its own as the others allow. Pure.

export interface Placed { wanted: number; height: number; top: number }

// From the top down, then up again where the bottom is passed; in `order of wanted`, which must be sorted.
export function spread(labels: Placed[], top: number, bottom: number, gap: number): void {
  let free = top;
  for (const label of labels) {
    label.top = Math.max(label.wanted, free);
    free = label.top + label.height + gap;
  }
  let limit = bottom;
  for (let i = labels.length - 1; i >= 0; i -= 1) {
    const label = labels[i];
    if (!label) continue;
    label.top = Math.min(label.top, limit - label.height);
    limit = label.top - gap;
  }
}

// Words into lines of at most `width`, by a measure of text; no more than `most`, the last with an ellipsis.
export function text_lines(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) { lines.push(line); line = word; } else line = longer;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  // The rest of the words as far as it goes.
  const rest = lines.slice(most - 1).join(' ');
  let end = rest.length;
  while (end > 1 && measure(`${rest.slice(0, end)}…`) > width) end -= 1;
  return [...lines.slice(0, most - 1), `${rest.slice(0, end).replace(/[ ,(]+$/, '')}…`];
}
