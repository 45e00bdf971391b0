import type { Profile, ValueType } from '../../profile.ts';
import type { ImportContext } from '../import-context.ts';
import { TextLines } from '../text-lines.ts';
import { addressProfile, dropDoubledLeaf } from './address-profile.ts';
import { AddressSamples } from './address-samples.ts';
import { isBlankOrComment, trimSpace } from './go-text.ts';
import { callAddress, hexAddresses } from './hex-addresses.ts';
import { announcesMemoryMap, findMemoryMap } from './memory-map.ts';

const FILE_HEADER = /--- threadz [0-9]+ ---/;
const THREAD_BEGIN = /--- Thread [0-9A-Fa-f]+ \(name: /;
const THREAD_END = /\/[0-9]+\) stack: ---/;

const THREADS: ValueType = { type: 'thread', unit: 'count' };

/** Whether a line begins a list of threads, or one thread of it. */
export function announcesThreads(line: string): boolean {
  return FILE_HEADER.test(line) || announcesThread(line);
}

/** Imports a list of threads with their stacks (`--- threadz 1 ---`). Threads that are said to stand where another does add to it. */
export function importThreads(bytes: Uint8Array, context: ImportContext): Profile {
  const lines = new TextLines(bytes);
  while (lines.next() && isBlankOrComment(lines.text));
  if (FILE_HEADER.test(lines.text)) {
    while (lines.next() && !announcesMemoryMap(lines.text) && !lines.text.startsWith('-'));
  }
  const samples = new AddressSamples(1, context.limits);
  while (!announcesMemoryMap(lines.text) && !trimSpace(lines.text).startsWith('---- no stack trace for')) {
    if (!announcesThread(lines.text)) throw notAThread(lines);
    addThread(lines, samples);
  }
  dropDoubledLeaf(samples);
  return addressProfile({
    sampleTypes: [THREADS],
    samples,
    mappings: findMemoryMap(lines),
    header: { periodType: THREADS, period: 1 },
  });
}

/** Two searches instead of one, because the name between them may be anything and of any length. */
function announcesThread(line: string): boolean {
  const begin = THREAD_BEGIN.exec(line);
  return begin !== null && THREAD_END.test(line.slice(begin.index + begin[0].length));
}

/** Reads the stack of a thread; afterwards the current line is the one behind it. */
function addThread(lines: TextLines, samples: AddressSamples): void {
  const stack: bigint[] = [];
  let isSameAsPrevious = false;
  while (lines.next()) {
    const text = trimSpace(lines.text);
    if (text.startsWith('---')) break;
    if (text.includes('same as previous thread')) isSameAsPrevious = true;
    else {
      const addresses = hexAddresses(text);
      if (!addresses) throw lines.error('malformed', 'an address has more than 64 bits');
      for (const address of addresses) stack.push(address);
    }
  }
  if (isSameAsPrevious || stack.length === 0) samples.addToLast(1);
  else {
    const [leaf, ...callers] = stack;
    samples.add([leaf, ...callers.map(callAddress)], [1]);
  }
}

function notAThread(lines: TextLines): Error {
  if (lines.text !== '') return lines.error('malformed', 'not a thread such as "--- Thread 7f79 (name: main/148) stack: ---"');
  return lines.error('truncated', 'the list of threads ends without a memory map');
}
