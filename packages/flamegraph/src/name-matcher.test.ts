import { describe, expect, test } from 'vitest';
import { readSearch } from './name-matcher.ts';

const matches = (typed: string, name: string) => readSearch(typed)?.matches(name);

describe('search', () => {
  test('finds text anywhere in a name, whatever its case', () => {
    expect(matches('LITERALstore', 'encoding/json.(*decodeState).literalStore')).toBe(true);
    expect(matches('(*decodeState).', 'encoding/json.(*decodeState).literalStore')).toBe(true);
    expect(matches('[go.shape', 'f[go.shape.int]')).toBe(true);
    expect(matches('literal store', 'literalStore')).toBe(false);
  });

  test('is empty without text', () => {
    expect(readSearch('  ')).toBeUndefined();
  });

  test('takes text between slashes as a regular expression', () => {
    expect(matches('/^runtime\\.(malloc|map)/', 'runtime.mapaccess1')).toBe(true);
    expect(matches('/^MALLOC/', 'mallocgc')).toBe(false);
    expect(matches('/^MALLOC/i', 'mallocgc')).toBe(true);
    expect(readSearch('/a/')).toMatchObject({ kind: 'regex', text: 'a', note: undefined });
  });

  test('takes a single slash, as in a package path, as text', () => {
    expect(readSearch('encoding/json')).toMatchObject({ kind: 'text' });
    expect(readSearch('/json')).toMatchObject({ kind: 'text', text: '/json' });
  });

  test.each(['/(/', '/[a-/', '/a{2,1}/'])('takes the invalid %s as text and says so', (typed) => {
    expect(readSearch(typed)).toMatchObject({ kind: 'text', text: typed, note: expect.stringContaining('not a valid') });
  });

  test.each(['/(a+)+$/', '/(a*)*b/', '/(?:a|a)*b/', '/((a+)b?)+c/', '/(a{2,}){3}b/', '/(.)\\1+/', '/.*.*.*.*x/'])(
    'takes %s, which could run for ever, as text and says so',
    (typed) => {
      expect(readSearch(typed)).toMatchObject({ kind: 'text', note: expect.stringContaining('run for ever') });
    },
  );

  test.each(['/^main\\..*Handler$/', '/(Read|Write)All/', '/[+*]+x/', '/\\(\\*T\\)\\.f+/', '/.*a.*b/'])('lets %s be', (typed) => {
    expect(readSearch(typed)).toMatchObject({ kind: 'regex' });
  });

  test('looks at the first 200 characters of a long name only, when it is a regular expression', () => {
    expect(matches('/x$/', `${'y'.repeat(300)}x`)).toBe(false);
    expect(matches('x', `${'y'.repeat(300)}x`)).toBe(true);
  });
});
