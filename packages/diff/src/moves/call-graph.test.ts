import { ProfileBuilder } from '@flamestep/pprof';
import type { Profile } from '@flamestep/pprof';
import { expect, test } from 'vitest';
import { stacksOf } from '../../test/stacks-of.ts';
import { matchFunctions } from '../match/match-functions.ts';
import { callGraph } from './call-graph.ts';

/** `caller > callee cost` of the calls that are found when some functions are asked for. */
function show(profile: Profile, wanted: readonly string[]): string[] {
  const { entityOf, length, name } = matchFunctions([profile], 1);
  const side = { profiles: [profile], entityOf, values: [profile.samples.values[0]], length };
  const { callees, callers } = callGraph(
    side,
    wanted.map((each) => name.indexOf(each)),
  );
  const calls = [...callees].flatMap(([caller, costs]) =>
    [...costs].map(([callee, cost]) => {
      expect(callers.get(callee)?.get(caller)).toBe(cost);
      return `${name[caller]} > ${name[callee]} ${cost}`;
    }),
  );
  return calls.sort();
}

test('the calls from and to a function, and what else its callers call', () => {
  const profile = stacksOf(
    'main;parse;digits 30',
    'main;parse;skip 5',
    'main;print;digits 2',
    'main;print;pad 1',
    'main;sort;swap 9',
  );
  expect(show(profile, ['digits'])).toEqual(['parse > digits 30', 'parse > skip 5', 'print > digits 2', 'print > pad 1']);
});

test('recursion is no call, and a call counts each time it is on a stack', () => {
  expect(show(stacksOf('value;value;array;value;array 2'), ['array'])).toEqual(['array > value 2', 'value > array 4']);
});

test('inlined functions and places without a function count like others', () => {
  const builder = new ProfileBuilder([{ type: 'samples', unit: 'count' }]);
  const [main, parse, digits] = ['main', 'parse', 'digits'].map((name) => builder.addFunction(name));
  const place = builder.addLocation({ lines: [{ function: digits }, { function: parse }] });
  const nowhere = builder.addLocation({ address: 0x12n });
  const root = builder.addLocation({ lines: [{ function: main }] });
  builder.addSample(builder.addStack([place, nowhere, root]), [7]);
  expect(show(builder.build(), ['digits', '<unknown>'])).toEqual([
    '<unknown> > parse 7',
    'main > <unknown> 7',
    'parse > digits 7',
  ]);
});
