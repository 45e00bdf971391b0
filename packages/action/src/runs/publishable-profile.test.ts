import { readFileSync } from 'node:fs';
import { compare } from '@flamestep/diff';
import { decode, encode, type Profile } from '@flamestep/pprof';
import { expect, test } from 'vitest';
import { publishableProfile } from './publishable-profile.ts';

const fixture = (path: string): Profile => decode(readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url)));
const named = (filename: string): Profile => {
  const profile = fixture('edge/labels.pb');
  return {
    ...profile,
    comments: ['token=abc'],
    functions: { ...profile.functions, filename: profile.functions.filename.map(() => filename) },
  };
};

test.each([
  ['/home/ann/shop/cart.go', '~/shop/cart.go'],
  ['/Users/ann/shop/cart.go', '~/shop/cart.go'],
  ['/root/shop/cart.go', '~/shop/cart.go'],
  ['C:\\Users\\Ann Lee\\shop\\cart.go', '~\\shop\\cart.go'],
  ['/usr/lib/go/src/fmt/print.go', '/usr/lib/go/src/fmt/print.go'],
  ['github.com/acme/home/ann/x.go', 'github.com/acme/home/ann/x.go'],
  ['/homestead/ann/x.go', '/homestead/ann/x.go'],
])('%s becomes %s', (path, published) => {
  expect(new Set(publishableProfile(named(path)).functions.filename)).toEqual(new Set([published]));
});

test('labels and comments stay on the machine', () => {
  const all = ({ samples }: Profile) => samples.labelSets.flatMap(({ strings, numbers }) => [...strings, ...numbers]);
  expect(all(fixture('edge/labels.pb')).length).toBeGreaterThan(0);
  const published = decode(encode(publishableProfile(named('a.go'))));
  expect(all(published)).toEqual([]);
  expect(published.comments).toEqual([]);
});

test('a comparison says the same of what is published', () => {
  const runs = (folder: string) => [1, 2, 3, 4, 5].map((run) => fixture(`changes/${folder}/${run}.pb.gz`));
  const [base, head] = [runs('faster'), runs('base')];
  const said = (sides: { base: Profile[]; head: Profile[] }) =>
    compare(sides).profiles.map(({ verdict, counts, functions }) => ({
      verdict,
      counts,
      rows: functions.map(({ name, change, p }) => [name, change, p]),
    }));
  const stored = base.map((profile) => decode(encode(publishableProfile(profile))));
  expect(said({ base: stored, head: head.map(publishableProfile) })).toEqual(said({ base, head }));
});
