import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { parsePercentage } from '../inputs/parse-percentage.ts';
import { ActionError } from '../action-error.ts';
import type { Config, IgnoreEntry, ThresholdEntry } from './config.ts';
import { createConfig } from './create-config.ts';
import type { Scope } from './scope.ts';
import { YamlReader, type YamlValue } from './yaml-reader.ts';

const LONGEST_CONFIG = 256 * 1024;
const MOST_ENTRIES = 500;
const LONGEST_PATTERN = 500;
const LONGEST_REASON = 500;

/**
 * Reads `.flamestep.yaml`, of which `flamestep.schema.json` is the schema; entries expire by `now`. Throws `ActionError` `config` at the
 * first fault, with file and line and what to write instead.
 */
export function parseConfig(text: string, path: string, now: Date): Config {
  checkLength(text.length, path);
  const lines = new LineCounter();
  const reader = new YamlReader(path, lines);
  const { contents } = parseYaml(text, lines, reader);
  const { thresholds, ignore } = reader.fields(contents, 'the file', ['thresholds', 'ignore']);
  const { relative, share, functions } = reader.fields(thresholds, `'thresholds'`, ['relative', 'share', 'functions']);
  return createConfig({
    path,
    today: now.toISOString().slice(0, 10),
    thresholds: {
      relative: readPercentage(reader, relative, 'relative', Infinity),
      share: readPercentage(reader, share, 'share', 1),
    },
    thresholdsLine: thresholds === undefined ? 1 : reader.lineOf(thresholds),
    functions: reader.items(functions, `'functions'`, MOST_ENTRIES).map((entry) => readThresholds(reader, entry)),
    ignores: reader.items(ignore, `'ignore'`, MOST_ENTRIES).map((entry) => readIgnore(reader, entry)),
  });
}

/** Throws `ActionError` `config` for a file of more bytes, or UTF-16 units, than are read. */
export function checkLength(length: number, path: string): void {
  if (length <= LONGEST_CONFIG) return;
  const most = `${LONGEST_CONFIG / 1024} KiB`;
  throw new ActionError('config', `${path} has more than ${most}. Keep nothing but thresholds and ignores in it.`, {
    place: { file: path },
  });
}

function parseYaml(text: string, lineCounter: LineCounter, reader: YamlReader): Document {
  let document: Document;
  try {
    // Keys that stand twice are found where keys are read; the parser would compare each with each.
    document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, schema: 'core', logLevel: 'error' });
  } catch {
    throw reader.faultAt(1, 'this is nested too deeply to be read');
  }
  const [fault] = [...document.errors, ...document.warnings];
  if (fault === undefined) return document;
  throw reader.faultAt(
    lineCounter.linePos(fault.pos[0]).line || 1,
    fault.code === 'MULTIPLE_DOCS'
      ? 'a second document begins here; keep one'
      : `this is no YAML: ${fault.message.split('\n')[0]}`,
  );
}

function readThresholds(reader: YamlReader, entry: YamlValue): ThresholdEntry {
  const what = `an entry of 'functions'`;
  const fields = reader.fields(entry, what, ['function', 'file', 'relative', 'share']);
  const relative = readPercentage(reader, fields.relative, 'relative', Infinity);
  const share = readPercentage(reader, fields.share, 'share', 1);
  if (relative === undefined && share === undefined) {
    throw reader.fault(entry, `${what} sets nothing; give it 'relative', as in relative: 20%, or 'share'`);
  }
  return { ...readScope(reader, entry, fields, what), relative, share };
}

function readIgnore(reader: YamlReader, entry: YamlValue): IgnoreEntry {
  const what = `an entry of 'ignore'`;
  const fields = reader.fields(entry, what, ['function', 'file', 'sample-type', 'reason', 'until']);
  const reason = reader.text(fields.reason, `'reason'`, LONGEST_REASON);
  if (reason === undefined) {
    throw reader.fault(entry, `${what} gives no reason; add one, as in reason: Prices are decimals now`);
  }
  return {
    ...readScope(reader, entry, fields, what),
    line: reader.lineOf(entry),
    sampleType: reader.text(fields['sample-type'], `'sample-type'`, 100),
    reason,
    until: readDay(reader, entry, fields.until, what),
  };
}

function readScope(
  reader: YamlReader,
  entry: YamlValue,
  fields: { readonly function?: YamlValue; readonly file?: YamlValue },
  what: string,
): Scope {
  const scope = {
    function: reader.text(fields.function, `'function'`, LONGEST_PATTERN),
    file: reader.text(fields.file, `'file'`, LONGEST_PATTERN),
  };
  if (scope.function !== undefined || scope.file !== undefined) return scope;
  throw reader.fault(entry, `${what} stands for no function; give it 'function', a name in which * is any text, or 'file'`);
}

function readPercentage(reader: YamlReader, value: YamlValue, name: string, below: number): number | undefined {
  const text = reader.written(value, `'${name}'`);
  if (text === undefined) return undefined;
  const fraction = parsePercentage(text);
  if (fraction !== undefined && fraction < below) return fraction;
  const most = below === Infinity ? '' : ` below ${below * 100}%`;
  throw reader.fault(value, `'${name}' takes a percentage${most}, such as 10%; it is '${text.slice(0, 60)}'`);
}

function readDay(reader: YamlReader, entry: YamlValue, value: YamlValue, what: string): string {
  const text = reader.written(value, `'until'`);
  if (text === undefined) {
    throw reader.fault(entry, `${what} never expires; add the last day on which it holds, as in until: 2026-12-31`);
  }
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
  if (isDay) return text;
  throw reader.fault(value, `'until' takes a day, such as 2026-12-31; it is '${text.slice(0, 60)}'`);
}
