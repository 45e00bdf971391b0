import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { comments, renderComments } from './comments.ts';

test('writes every comment, also hidden ones', () => {
  const profile = profileOf({ comments: ['one', '#two'] }, 'main 1');
  expect(comments(profile)).toEqual(['one', '#two']);
  expect(renderComments(comments(profile))).toBe('one\n#two\n');
});
