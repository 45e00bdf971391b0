import { WordReader } from './word-reader.ts';
import type { WordForm } from './word-reader.ts';

/** What the first words of a binary CPU profile say. */
export interface CpuHeader {
  readonly form: WordForm;
  readonly isJava: boolean;
  /** Microseconds between two samples. */
  readonly period: bigint;
}

const HEADER_WORDS = 5;
const VERSION = 3n;
const FORMS: readonly WordForm[] = [
  { size: 4, isLittleEndian: true },
  { size: 4, isLittleEndian: false },
  { size: 8, isLittleEndian: true },
  { size: 8, isLittleEndian: false },
];

/** Reads the header in whichever form of words makes sense of it; undefined where none does. */
export function cpuHeader(bytes: Uint8Array): CpuHeader | undefined {
  for (const form of FORMS) {
    const reader = new WordReader(bytes, form);
    if (reader.left < HEADER_WORDS) continue;
    const [zero, version, language, period, padding] = Array.from({ length: HEADER_WORDS }, () => reader.next());
    if (zero === 0n && version === VERSION && language <= 1n && period > 0n && padding === 0n) {
      return { form, isJava: language === 1n, period };
    }
  }
  return undefined;
}

/** The reader behind the header. */
export function wordsBehindHeader(bytes: Uint8Array, { form }: CpuHeader): WordReader {
  const reader = new WordReader(bytes, form);
  for (let i = 0; i < HEADER_WORDS; i++) reader.next();
  return reader;
}
