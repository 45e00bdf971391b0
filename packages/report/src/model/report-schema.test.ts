import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { reportOf, states, tree } from '../../test/story.ts';
import type { Infer } from '../schema/schema.ts';
import { checkValue } from '../schema/check-value.ts';
import type { Report } from './report.ts';
import { type reportFields, reportSchema } from './report-schema.ts';

type Fields = Omit<Infer<typeof reportFields>, 'schemaVersion'>;

const compiled = new Ajv2020({ strict: false }).compile(reportSchema);
const accepts = (value: unknown): boolean => {
  try {
    checkValue(value, reportSchema);
    return true;
  } catch {
    return false;
  }
};
const all: readonly Report[] = [...Object.values(states).flat(), reportOf({ trees: [tree] })];

describe('the schema', () => {
  test('and the type are one', () => {
    expectTypeOf<Fields>().toExtend<Omit<Report, 'schemaVersion'>>();
    expectTypeOf<Omit<Report, 'schemaVersion'>>().toExtend<Fields>();
    expectTypeOf<keyof Fields>().toEqualTypeOf<keyof Omit<Report, 'schemaVersion'>>();
  });

  test('is published as schema.json', () => {
    const published = JSON.parse(readFileSync(new URL('../../schema.json', import.meta.url), 'utf8'));
    expect(published, 'run: npm run build:schema -w @flamestep/report').toEqual(reportSchema);
  });

  test('means to a JSON Schema validator what it means here, whatever is broken', () => {
    const json = JSON.stringify;
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.nat(),
        fc.jsonValue({ maxDepth: 1 }),
        fc.boolean(),
        (which, place, value, remove) => {
          const report = JSON.parse(json(all[which]));
          const spots = [...placesOf(report)];
          const { owner, key } = spots[place % spots.length];
          if (remove && !Array.isArray(owner)) delete owner[key];
          else owner[key] = value;
          // JSON text knows no holes and no -0.
          const broken = JSON.parse(json(report));
          expect(accepts(broken), json(compiled.errors)).toBe(compiled(broken));
        },
      ),
    );
  });
});

/** Every place in a value that something else could be put into. */
function* placesOf(value: unknown): Generator<{ owner: Record<string, unknown>; key: string }> {
  if (typeof value !== 'object' || value === null) return;
  // Lists are objects with numbers for keys.
  const owner = value as Record<string, unknown>;
  for (const key of Object.keys(owner)) {
    yield { owner, key };
    yield* placesOf(owner[key]);
  }
}
