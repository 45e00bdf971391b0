import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { ProfileBuilder } from '../profile-builder.ts';
import { simplifyNames } from './simplify-names.ts';

function simplified(name: string, systemName = name): string {
  const builder = new ProfileBuilder([{ type: 'cpu', unit: 'ns' }]);
  builder.addFunction(name, { systemName });
  return simplifyNames(builder.build()).functions.name[0];
}

test.each([
  ['std::vector<int, std::allocator<int> >::push_back(int&&)', 'std::vector::push_back'],
  ['ns::(anonymous namespace)::run(char const*)', 'ns::::run'],
  ['<alloc::vec::Vec<T> as core::ops::Drop>::drop', '::drop'],
  ['main.Map[go.shape.func(int) bool,go.shape.[]uint8]', 'main.Map[go.shape.func bool,go.shape.[]uint8]'],
  ['Foo::bar(int)) const', 'Foo::bar) const'],
  ['Foo::bar(int', 'Foo::bar(int'],
  ['operator<(A const&, B const&)', 'operator<'],
])('%s becomes %s', (name, simple) => {
  expect(simplified(name)).toBe(simple);
});

test.each(['main.(*Set[go.shape.int]).Add', 'com.example.Cache.<init>', 'plain(name)', 'main.main', '_ZN3foo3barEv', ''])(
  '%s stays',
  (name) => {
    expect(simplified(name)).toBe(name);
  },
);

test('a name that the producer has demangled stays, and a missing one is that of the system', () => {
  expect(simplified('foo<int>', '_Z3fooIiEvv')).toBe('foo<int>');
  expect(simplified('', 'foo<int>')).toBe('foo');
});

test('a profile without such names is returned as it is', () => {
  const profile = profileOf('main;parse 3');
  expect(simplifyNames(profile)).toBe(profile);
});
