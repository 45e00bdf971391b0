import type { ChangeLevel } from './change-level.ts';
import { packageFills } from './package-palette.ts';

/** Colours and fonts of the picture, read from the design tokens (`--fs-…`) that hold where it is drawn. */
export interface Theme {
  readonly dark: boolean;
  readonly card: string;
  readonly text: string;
  readonly accent: string;
  readonly hatch: string;
  readonly neutral: string;
  readonly onNeutral: string;
  readonly packages: readonly string[];
  readonly font: string;
  fill(level: ChangeLevel): string;
  onFill(level: ChangeLevel): string;
}

export function readTheme(element: Element, context: CanvasRenderingContext2D): Theme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--fs-${name}`).trim();
  const fills = ['div-faster-3', 'div-faster-2', 'div-faster-1', 'div-0', 'div-slower-1', 'div-slower-2', 'div-slower-3'].map(
    token,
  );
  const on = token('on-div');
  const onStrong = token('on-div-3');
  const card = token('bg-card');
  const dark = isDark(card, context);
  return {
    dark,
    card,
    text: token('fg'),
    accent: token('accent'),
    hatch: token('hatch'),
    neutral: fills[3],
    onNeutral: on,
    packages: dark ? packageFills.dark : packageFills.light,
    font: token('font'),
    fill: (level) => fills[level + 3],
    onFill: (level) => (Math.abs(level) === 3 ? onStrong : on),
  };
}

/** Asks the canvas, which understands every way of writing a colour and answers in one. */
function isDark(color: string, context: CanvasRenderingContext2D): boolean {
  context.fillStyle = color;
  const hex = /^#(..)(..)(..)$/.exec(String(context.fillStyle));
  if (hex === null) return false;
  const [red, green, blue] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
