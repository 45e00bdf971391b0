import { CliError } from '../cli-error.ts';
import type { OptionSpec } from './option-spec.ts';
import { nearest } from './nearest.ts';

type SingleValueSpec = Exclude<OptionSpec, { kind: 'flag' | 'shortcut' | 'list' }>;

/** The value of an option that takes one. `shown` is the option as it was written. */
export function parseValue(spec: SingleValueSpec, shown: string, text: string): string | number {
  switch (spec.kind) {
    case 'text':
      return text;
    case 'choice': {
      if (spec.choices.includes(text)) return text;
      const meant = nearest(text, spec.choices);
      throw new CliError(
        'usage',
        `${shown} takes ${spec.choices.join(', ')}, not '${text}'${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      );
    }
    case 'integer': {
      const value = Number(text);
      if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
      throw new CliError('usage', `${shown} takes a whole number, not '${text}'`);
    }
    case 'number': {
      if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
      throw new CliError('usage', `${shown} takes a number such as 0.01, not '${text}'`);
    }
    case 'percent': {
      const match = /^(\d+\.?\d*|\.\d+)\s*%$/.exec(text);
      if (match !== null) return Number(match[1]) / 100;
      throw new CliError('usage', `${shown} takes a percentage such as 5%, not '${text}'`);
    }
    case 'size':
      return parseSize(shown, text);
  }
}

/** The value of `--flag=text`, in every spelling that pprof takes. */
export function parseFlag(shown: string, text: string): boolean {
  if (/^(1|t|true|y|yes|on)$/i.test(text)) return true;
  if (/^(0|f|false|n|no|off)$/i.test(text)) return false;
  throw new CliError('usage', `${shown} is on or off: write it without a value or with =true or =false, not '${text}'`);
}

const SIZE_UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Bytes; as in pprof a kilobyte is 1024 bytes. */
function parseSize(shown: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?$/i.exec(text);
  const bytes = match === null ? Number.NaN : Math.floor(Number(match[1]) * SIZE_UNITS[match[2].toLowerCase()]);
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new CliError('usage', `${shown} takes a size such as 200MB or 2GB, not '${text}'`);
}
