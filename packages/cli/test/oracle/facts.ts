import type { Pprof } from './pprof.ts';

/** What the options for a profile have to name: things that stand in it. */
export interface Facts {
  readonly sampleTypes: readonly string[];
  /** Names of functions, largest first. */
  readonly names: readonly string[];
  readonly files: readonly string[];
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly key: string;
  /** As the tags report prints them. */
  readonly values: readonly string[];
}

/** Asks pprof what stands in a profile. `undefined` where pprof does not open it. */
export async function askFacts(pprof: Pprof, folder: string, file: string): Promise<Facts | undefined> {
  const ask = async (...args: string[]) => {
    const answer = await pprof.run([...args, file], folder);
    return 'text' in answer ? answer.text : undefined;
  };
  const [raw, top, files, tags] = await Promise.all([
    ask('-raw'),
    ask('-top', '-trim=false'),
    ask('-top', '-trim=false', '-files'),
    ask('-tags'),
  ]);
  if (raw === undefined || top === undefined || files === undefined || tags === undefined) return undefined;
  return { sampleTypes: sampleTypesOf(raw), names: namesOf(top), files: namesOf(files), tags: tagsOf(tags) };
}

function sampleTypesOf(raw: string): string[] {
  const [, line = ''] = /^Samples:\n(.*)$/m.exec(raw) ?? [];
  return line
    .split(' ')
    .filter(Boolean)
    .map((type) => type.replace(/\/.*$/, ''));
}

function namesOf(top: string): string[] {
  const [, ...rows] = top.split(/^ +flat +flat%.*\n/m).flatMap((part) => part.split('\n'));
  const names = rows.map((row) => /^ *\S+ +\S+ +\S+ +\S+ +\S+ {2}(.+?)(?: \((?:partial-)?inline\))?$/.exec(row)?.[1]);
  return names.filter((name) => name !== undefined);
}

function tagsOf(text: string): Tag[] {
  const tags: { key: string; values: string[] }[] = [];
  for (const line of text.split('\n')) {
    const key = /^ *(.+): Total /.exec(line)?.[1];
    if (key !== undefined) tags.push({ key, values: [] });
    else {
      const value = /^ *\S+ \( *[^)]*\): (.*)$/.exec(line)?.[1];
      if (value !== undefined) tags.at(-1)?.values.push(value);
    }
  }
  return tags;
}
