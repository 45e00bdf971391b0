import { expect, test } from 'vitest';
import { withoutComment } from './without-comment.mjs';

const report = `
// @public (undocumented)
export function halve(value: number): number;

// @public
export interface Span {
    // (undocumented)
    readonly length: number;
    // (undocumented)
    readonly name: string;
    // (undocumented)
    readonly type: 'number' | 'text';
    readonly start: bigint;
}
`;

test('what is exported needs a comment, and so does every number in it', () => {
  expect(withoutComment(report)).toEqual([
    "'export function halve(value: number): number;' needs a comment",
    "Span: 'readonly length: number;' needs a comment that says its unit",
  ]);
});
