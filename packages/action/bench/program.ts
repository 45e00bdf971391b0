import { encode, ProfileBuilder } from '@flamestep/pprof';

/** A program whose runs are sampled: stacks of functions with how often each is met. */
export interface Program {
  readonly stacks: readonly { readonly functions: readonly number[]; readonly weight: number }[];
}

const FUNCTIONS = 2500;
const STACKS = 4200;
const SAMPLES = 9000;
const DEEPEST = 40;
/** Of the function that the head makes slower. */
const SLOWER = 7;

/** A program in which stacks branch off each other, as those of a server do. */
export function createProgram(random: () => number): Program {
  const stacks: { functions: number[]; weight: number }[] = [];
  for (let i = 0; i < STACKS; i++) {
    const before = stacks[Math.floor(random() * stacks.length)]?.functions ?? [0];
    const kept = before.slice(0, 1 + Math.floor(random() * before.length));
    while (kept.length < DEEPEST && random() < 0.8) kept.push(Math.floor(random() ** 2 * FUNCTIONS));
    stacks.push({ functions: kept, weight: random() ** 6 });
  }
  return { stacks };
}

/** A run of it as a CPU profile of ninety seconds. `isSlower` has one of its functions take three times as long. */
export function recordRun({ stacks }: Program, isSlower: boolean, random: () => number): Uint8Array {
  const builder = new ProfileBuilder([
    { type: 'samples', unit: 'count' },
    { type: 'cpu', unit: 'nanoseconds' },
  ]);
  const locations = Array.from({ length: FUNCTIONS }, (_, i) => {
    const name = `example.com/shop/internal/package${i % 180}.(*Service${i % 37}).handle${i.toString(36)}`;
    const function_ = builder.addFunction(name, { filename: `/src/shop/internal/package${i % 180}/file${i % 600}.go` });
    return builder.addLocation({ address: BigInt(0x400000 + i * 64), lines: [{ function: function_, line: 10 + (i % 400) }] });
  });
  const cost = ({ functions, weight }: Program['stacks'][number]) =>
    weight * (isSlower && functions.at(-1)! % 500 === SLOWER ? 3 : 1);
  const total = stacks.reduce((sum, stack) => sum + cost(stack), 0);
  for (const stack of stacks) {
    const expected = (cost(stack) / total) * SAMPLES;
    const count = Math.floor(expected + random());
    if (count === 0) continue;
    builder.addSample(builder.addStack(stack.functions.toReversed().map((i) => locations[i]!)), [count, count * 1e7]);
  }
  return encode(
    builder.build({
      periodType: { type: 'cpu', unit: 'nanoseconds' },
      period: 1e7,
      durationNanos: BigInt(SAMPLES) * 10_000_000n,
    }),
  );
}
