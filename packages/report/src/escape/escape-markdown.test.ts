import { describe, expect, test } from 'vitest';
import { markdownCode, markdownFence, markdownText, markdownUrl } from './escape-markdown.ts';

describe('a name', () => {
  test('stays readable as code', () => {
    expect(markdownCode('encoding/json.Unmarshal')).toBe('<code>encoding/json.Unmarshal</code>');
    expect(markdownCode('std::vector<int>::push_back')).toBe(
      '<code>std&#58;&#58;vector&#60;int&#62;&#58;&#58;push&#95;back</code>',
    );
  });

  test('loses its middle, hidden characters and line ends', () => {
    expect(markdownCode(`a${'b'.repeat(200)}c`)).toMatch(/^<code>a(b+)…(b+)c<\/code>$/);
    expect(markdownCode('safe\u202e\u200b\ntxt')).toBe('<code>safe txt</code>');
    expect(markdownCode('')).toBe('<code>&#40;no name&#41;</code>');
  });
});

describe('a sentence', () => {
  test.each([
    ['thanks to @team', 'thanks to <code>&#64;team</code>'],
    ['closes #12', 'closes <code>&#35;12</code>'],
    ['see https://evil.example/x', 'see <code>https&#58;//evil.example/x</code>'],
    ['see www.evil.example', 'see <code>www&#46;evil.example</code>'],
    ['at 9f8e7d6c5b', 'at <code>9f8e7d6c5b</code>'],
    ['it is *so* good', 'it is &#42;so&#42; good'],
  ])('%s', (given, expected) => {
    expect(markdownText(given)).toBe(expected);
  });
});

test('a fence is longer than any in it', () => {
  expect(markdownFence(['a ```` b'])).toBe('`````text\na ```` b\n`````');
});

describe('an address', () => {
  test.each([
    'http://a.example',
    'javascript:alert(1)',
    'https://a.example/)',
    'https://a.example/ "x"',
    'https://u@a.example',
    `https://a/${'x'.repeat(2000)}`,
  ])('that is not linked: %s', (url) => {
    expect(markdownUrl(url)).toBeUndefined();
  });

  test('that is linked, with nothing in it that markdown reads', () => {
    expect(markdownUrl('https://a.example/a_b/*?x=1&copy=2#L3-L5')).toBe('https://a.example/a%5Fb/%2A?x=1&amp;copy=2#L3-L5');
  });
});
