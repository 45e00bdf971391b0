import { tooLarge } from '../../limits.ts';
import { ProfileBuilder } from '../../profile-builder.ts';
import type { Profile } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { Interner } from '../interner.ts';
import { ROOT, StackTree } from '../stack-tree.ts';
import { TextLines } from '../text-lines.ts';
import { collapsedLine, isCollapsedComment } from './collapsed-line.ts';

/**
 * Imports collapsed stacks as `samples/count`. Frame names stay as they are, with spaces and the `_[k]`, `_[i]`, `_[j]` of perf.
 * Empty lines and lines that begin with `#` are passed over, as flamegraph.pl does; any other line without a whole number at its
 * end is a fault.
 */
export function importCollapsed(bytes: Uint8Array, context: ImportContext): Profile {
  const { limits } = context;
  const builder = new ProfileBuilder([{ type: 'samples', unit: 'count' }]);
  const stacks = new StackTree(1, limits);
  const names = new Interner<string>('functions', limits.strings);
  const lines = new TextLines(bytes);
  while (lines.next()) {
    if (isCollapsedComment(lines.text)) continue;
    const line = collapsedLine(lines.text);
    if (!line) {
      lines.skip(context, 'not a stack with a whole number after it, such as "main;parse 12"');
      continue;
    }
    if (!Number.isSafeInteger(line.count)) throw lines.error('out-of-range', 'the number is past 2^53');
    let node = ROOT;
    for (const name of line.frames) {
      if (name.length > limits.stringBytes) throw tooLarge('stringBytes', limits.stringBytes, lines.offset);
      const known = names.length;
      const index = names.number(name);
      if (index === known) builder.addLocation({ lines: [{ function: builder.addFunction(name) }] });
      node = stacks.child(node, index);
    }
    stacks.add(node, 0, line.count);
  }
  stacks.addSamplesTo(builder);
  return builder.build();
}
