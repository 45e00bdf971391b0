import type { Limits } from '../../limits.ts';
import { tooLarge } from '../../limits.ts';
import type { ProfileBuilder } from '../../profile-builder.ts';
import { Interner } from '../interner.ts';
import { fileOfUrl } from './file-of-url.ts';

/** Where a function of JavaScript begins, as V8 gives it. */
export interface CallFrame {
  /** `''` for a function without a name. */
  readonly functionName: string;
  readonly url: string;
  /** 0-based; -1 for code that has no source. */
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** Turns call frames into functions and locations, each one made once. */
export class CallFrames {
  readonly #builder: ProfileBuilder;
  readonly #limits: Limits;
  readonly #functions: Interner<string>;
  readonly #locations = new Interner<string>('locations');

  constructor(builder: ProfileBuilder, limits: Limits) {
    this.#builder = builder;
    this.#limits = limits;
    this.#functions = new Interner('functions', limits.strings);
  }

  /**
   * The location of a frame. V8 knows the line that ran for the innermost frame alone, in `line` (1-based); other frames stand at
   * the line and column where their function begins.
   */
  location(frame: CallFrame, line?: number): number {
    const name = frame.functionName || '(anonymous)';
    const filename = fileOfUrl(frame.url);
    const startLine = Math.max(0, frame.lineNumber + 1);
    if (name.length > this.#limits.stringBytes || filename.length > this.#limits.stringBytes) {
      throw tooLarge('stringBytes', this.#limits.stringBytes);
    }
    const known = this.#functions.length;
    const index = this.#functions.number(`${name.length} ${name}${filename} ${startLine}`);
    if (index === known) this.#builder.addFunction(name, { filename, startLine });
    const place = line === undefined ? { line: startLine, column: Math.max(0, frame.columnNumber + 1) } : { line, column: 0 };
    return this.#location(index, place.line, place.column);
  }

  #location(index: number, line: number, column: number): number {
    const known = this.#locations.length;
    const location = this.#locations.number(`${index} ${line} ${column}`);
    if (location === known) this.#builder.addLocation({ lines: [{ function: index, line, column }] });
    return location;
  }
}
