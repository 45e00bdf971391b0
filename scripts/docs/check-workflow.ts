import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const OWN = /^flamestep\/flamestep(\/.+)?@v1$/;
const PINNED = /uses: (?:flamestep\/flamestep\S*@v1|[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What is wrong with the steps of a workflow, or of a part of one: actions that are not pinned, and inputs that ours do not have. */
export function faultsOfWorkflow(text: string): readonly string[] {
  const loose = (text.match(/uses: .*/g) ?? []).filter((line) => !PINNED.test(line));
  return [
    ...loose.map((line) => `'${line}' is neither ours at v1 nor pinned by its commit, with its version behind it`),
    ...stepsIn(parse(text)).flatMap(faultsOfStep),
  ];
}

/** Steps are found wherever they stand, so that a part of a workflow can be checked as well. */
function stepsIn(value: unknown): readonly Step[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('uses' in value) return [value as Step];
  return Object.values(value).flatMap(stepsIn);
}

function faultsOfStep({ uses = '', with: given = {} }: Step): readonly string[] {
  const [isOwn, folder = ''] = OWN.exec(uses) ?? [];
  if (isOwn === undefined) return [];
  const { inputs } = parse(readFileSync(new URL(`./${folder}/action.yml`.replace('//', '/'), ROOT), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  };
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  const missing = Object.keys(inputs).filter((name) => inputs[name]?.required === true && !(name in given));
  return [
    ...unknown.map((name) => `${uses} has no input '${name}'`),
    ...missing.map((name) => `${uses} needs the input '${name}'`),
  ];
}
