import type { ValueType } from '../../profile.ts';
import type { TextLines } from '../text-lines.ts';
import { nanosOfMillis, safeNumber } from './decimal.ts';
import { integerOfAnyBase, trimSpace } from './go-text.ts';

/** The text profiles of Java, by their first line. */
const HEADERS: ReadonlyMap<string, 'java-heap' | 'java-contention'> = new Map([
  ['--- heapz 1 ---', 'java-heap'],
  ['--- contentionz 1 ---', 'java-contention'],
]);

/** A run of words is tried from its first character only. */
const ATTRIBUTE = /(?<![\w ])([\w ]+)=([\w ]+)/;

/** What stands between the first line and the samples. */
export interface JavaAttributes {
  /** The unit of the second value. */
  readonly resolution: string;
  /** Contentions between two samples; undefined where the file does not say. */
  readonly period: number | undefined;
  readonly durationNanos: bigint;
}

/** The Java format whose first line this is. gperftools begins contention in the same way, see `isJavaAttribute`. */
export function javaFormat(line: string): 'java-heap' | 'java-contention' | undefined {
  return HEADERS.get(trimSpace(line));
}

/** Whether a line that follows the first one stands in profiles of Java alone. */
export function isJavaAttribute(line: string): boolean {
  return /^(?:format|resolution)[\t ]*=/.test(trimSpace(line));
}

/** Reads lines such as `resolution = bytes` up to the first line that is none. */
export function readJavaAttributes(lines: TextLines, format: 'java-heap' | 'java-contention'): JavaAttributes {
  let resolution: string | undefined;
  let period: number | undefined;
  let durationNanos = 0n;
  while (lines.next()) {
    const text = trimSpace(lines.text);
    if (text === '') continue;
    const [, left, right] = ATTRIBUTE.exec(text) ?? [];
    if (left === undefined || right === undefined) break;
    const name = trimSpace(left);
    const value = trimSpace(right);
    if (name === 'format') {
      if (value !== 'java') throw lines.error('malformed', `"${value}" is no format of this kind of profile`);
    } else if (name === 'resolution') resolution = value;
    else if (format === 'java-contention' && name === 'sampling period') period = safeNumber(integer(value, lines), lines);
    else if (format === 'java-contention' && name === 'ms since reset')
      durationNanos = nanosOfMillis(integer(value, lines), lines);
    else throw lines.error('malformed', `"${name}" is no attribute of this kind of profile`);
  }
  if (resolution === undefined) throw lines.error('malformed', 'the "resolution", the unit of the values, is missing');
  return { resolution, period, durationNanos };
}

/** The two sample types of a format; `resolution` is the unit of the second. */
export function javaSampleTypes(format: 'java-heap' | 'java-contention', resolution: string): readonly ValueType[] {
  const [count, amount] = format === 'java-heap' ? ['inuse_objects', 'inuse_space'] : ['contentions', 'delay'];
  return [
    { type: count, unit: 'count' },
    { type: amount, unit: resolution },
  ];
}

function integer(text: string, lines: TextLines): bigint {
  const value = integerOfAnyBase(text);
  if (value === undefined) throw lines.error('malformed', `"${text}" is no whole number`);
  return value;
}
