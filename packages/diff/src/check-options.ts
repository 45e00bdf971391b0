import type { Profile } from '@flamestep/pprof';
import type { CompareOptions } from './compare-options.ts';
import type { Thresholds } from './comparison.ts';
import { DiffError } from './diff-error.ts';

const DEFAULTS: Thresholds = { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 };

/** Checks what was given to `compare`, and returns the thresholds with their defaults. */
export function checkOptions(base: readonly Profile[], head: readonly Profile[], options: CompareOptions): Thresholds {
  for (const [side, runs] of Object.entries({ base, head })) {
    if (runs.length === 0) throw new DiffError('no-runs', `${side} has no profiles: give one or more runs of each side`);
  }
  const thresholds = {
    relative: options.relative ?? DEFAULTS.relative,
    share: options.share ?? DEFAULTS.share,
    level: options.level ?? DEFAULTS.level,
    visible: options.visible ?? Math.max(DEFAULTS.visible, options.share ?? 0),
  };
  for (const [name, value] of Object.entries(thresholds)) {
    const isGood = value >= 0 && value < (name === 'relative' ? Infinity : 1) && (name !== 'level' || value > 0);
    if (!isGood)
      throw new DiffError(
        'bad-option',
        `${name} is ${value}: it must be a fraction such as ${DEFAULTS[name as keyof Thresholds]}`,
      );
  }
  checkOperations(base, head, options);
  if (options.paired && base.length !== head.length) {
    throw new DiffError('bad-option', `paired runs come in equal numbers, but base has ${base.length} and head ${head.length}`);
  }
  return thresholds;
}

function checkOperations(
  base: readonly Profile[],
  head: readonly Profile[],
  { operations, normalization }: CompareOptions,
): void {
  if (normalization === 'per-operation' && !operations) {
    throw new DiffError('bad-option', 'costs per operation need the operations of every run');
  }
  if (!operations) return;
  for (const [side, runs] of [
    ['base', base],
    ['head', head],
  ] as const) {
    if (operations[side].length !== runs.length) {
      throw new DiffError(
        'bad-option',
        `${side} has ${runs.length} runs, but operations of ${operations[side].length}: give one number for each`,
      );
    }
    const wrong = operations[side].find((number) => !(number > 0 && Number.isFinite(number)));
    if (wrong !== undefined)
      throw new DiffError('bad-option', `${wrong} is no number of operations: a run of ${side} must have done some`);
  }
}
