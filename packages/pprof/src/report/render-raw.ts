import { compareByteOrder } from '../byte-order.ts';
import type { LabelSet, Mapping, NumberLabel, Profile } from '../profile.ts';
import { exactTimeText } from '../text/clock-text.ts';
import { durationText } from '../text/duration-text.ts';
import type { RawReport } from './raw.ts';

/** Writes a raw report as `go tool pprof -raw` does. A large profile gives a very long text: see {@link rawText}. */
export function renderRaw(report: RawReport): string {
  return [...rawText(report)].join('');
}

/** The text of {@link renderRaw} line by line, for texts that are too long for one string. */
export function* rawText(report: RawReport): Generator<string> {
  const { profile } = report;
  const ids = sourceIds(profile);
  yield* headerLines(report);
  yield* sampleLines(profile, ids);
  yield 'Locations\n';
  yield* locationLines(profile, ids);
  yield 'Mappings\n';
  for (let i = 0; i < profile.mappings.length; i++) yield mappingLine(profile.mappings[i]!, ids.mappings[i]!);
}

/** Ids as text: the file's own, or 1, 2, 3 … */
interface IdTexts {
  readonly locations: readonly string[];
  readonly mappings: readonly string[];
}

function sourceIds({ sourceIds, locations, mappings }: Profile): IdTexts {
  const texts = (length: number, ids: BigUint64Array | undefined) =>
    Array.from({ length }, (_, i) => String(ids ? ids[i] : i + 1));
  return {
    locations: texts(locations.length, sourceIds?.locations),
    mappings: texts(mappings.length, sourceIds?.mappings),
  };
}

function* headerLines({ profile, timeZone }: RawReport): Generator<string> {
  for (const comment of profile.comments) yield `Comment: ${comment}\n`;
  if (profile.docUrl !== '') yield `Doc: ${profile.docUrl}\n`;
  yield `PeriodType: ${profile.periodType.type} ${profile.periodType.unit}\n`;
  yield `Period: ${profile.period}\n`;
  if (profile.timeNanos !== 0n) yield `Time: ${exactTimeText(profile.timeNanos, timeZone)}\n`;
  // pprof cuts the text of the duration, not its number.
  if (profile.durationNanos !== 0n) yield `Duration: ${[...durationText(profile.durationNanos)].slice(0, 4).join('')}\n`;
  yield 'Samples:\n';
  const types = profile.sampleTypes.map(
    ({ type, unit }) => `${type}/${unit}${type === profile.defaultSampleType ? '[dflt]' : ''}`,
  );
  yield `${types.join(' ').trim()}\n`;
}

function* sampleLines({ samples, stacks }: Profile, ids: IdTexts): Generator<string> {
  const columns = [...samples.values];
  const labels = samples.labelSets.map(labelLines);
  for (let sample = 0; sample < samples.length; sample++) {
    let line = '';
    for (const column of columns) line += ` ${String(column[sample]).padStart(10)}`;
    line += ': ';
    const stack = samples.stack[sample];
    for (let at = stacks.start[stack]; at < stacks.start[stack + 1]; at++) line += `${ids.locations[stacks.locations[at]]!} `;
    yield `${line}\n${labels[samples.labelSet[sample]]!}`;
  }
}

function labelLines({ strings, numbers }: LabelSet): string {
  const line = (texts: string[]) => (texts.length === 0 ? '' : `                ${texts.sort(compareByteOrder).join(' ')}\n`);
  return line(strings.map(({ key, values }) => `${key}:[${values.join(' ')}]`)) + line(numbers.map(numberText));
}

function numberText({ key, values, units }: NumberLabel): string {
  const texts = units.length === values.length ? values.map((value, i) => `${value} ${units[i]}`) : values;
  return `${key}:[${texts.join(' ')}]`;
}

function* locationLines({ locations, functions }: Profile, ids: IdTexts): Generator<string> {
  for (let location = 0; location < locations.length; location++) {
    const mapping = locations.mapping[location];
    let head = `${ids.locations[location]!.padStart(6)}: ${hex(locations.address[location])} `;
    if (mapping >= 0) head += `M=${ids.mappings[mapping]} `;
    if (locations.isFolded[location] === 1) head += '[F] ';
    const end = locations.lineStart[location + 1];
    let at = locations.lineStart[location];
    if (at === end) yield `${head}\n`;
    for (; at < end; at++) {
      const fn = locations.lineFunction[at];
      const name = functions.name[fn]!;
      const systemName = functions.systemName[fn]!;
      const place = `${functions.filename[fn]}:${locations.lineNumber[at]}:${locations.lineColumn[at]} s=${functions.startLine[fn]}`;
      yield `${head}${name} ${place}${name === systemName ? '' : `(${systemName})`}\n`;
      head = '             ';
    }
  }
}

function mappingLine(mapping: Mapping, id: string): string {
  const { start, limit, offset, file, buildId } = mapping;
  const flags = [
    mapping.hasFunctions ? '[FN]' : '',
    mapping.hasFilenames ? '[FL]' : '',
    mapping.hasLineNumbers ? '[LN]' : '',
    mapping.hasInlineFrames ? '[IN]' : '',
  ].join('');
  return `${id}: ${hex(start)}/${hex(limit)}/${hex(offset)} ${file} ${buildId} ${flags}\n`;
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
