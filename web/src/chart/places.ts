// Signs on a map say what they are, on hover, touch and by keyboard (one stop; arrow keys go from sign to sign).
import { h } from '../dom';
import { hide_tip, show_tip } from '../tip';
import { say } from '../dom';

export function enhance_map(figure: HTMLElement): void {
  for (const drawing of figure.querySelectorAll<SVGSVGElement>('svg.drawing.map')) {
    const signs = [...drawing.querySelectorAll<SVGGElement>('g')].filter((group) => group.querySelector(':scope > .sign') && group.querySelector(':scope > title'));
    if (signs.length === 0) continue;
    const words = signs.map((sign) => {
      const title = sign.querySelector('title');
      const text = title?.textContent ?? '';
      title?.remove();  // the browser's own tooltip would come on top
      return text;
    });
    let at = -1;
    const show = (i: number, tell: boolean): void => {
      const sign = signs[i];
      if (!sign) return;
      signs[at]?.classList.remove('pointed');
      at = i;
      sign.classList.add('pointed');
      show_tip(drawing, [h('p', {}, words[i] ?? '')], sign.getBoundingClientRect());
      if (tell) say(words[i] ?? '');
    };
    const leave = (): void => {
      signs[at]?.classList.remove('pointed');
      hide_tip();
    };
    signs.forEach((sign, i) => {
      sign.addEventListener('pointerenter', () => show(i, false));
      sign.addEventListener('pointerleave', leave);
      sign.addEventListener('click', () => show(i, false));
    });
    drawing.setAttribute('tabindex', '0');
    drawing.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      show((at + step + signs.length) % signs.length, true);
    });
    drawing.addEventListener('blur', leave);
  }
}
