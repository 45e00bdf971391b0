import { ProfileError } from '../../profile-error.ts';
import { tooLarge } from '../../limits.ts';
import type { ProfileBuilder } from '../../profile-builder.ts';
import type { ImportContext } from '../import-context.ts';
import { Interner } from '../interner.ts';
import { objectAt, optionalIntegerField, optionalTextField, textField } from '../json/json-fields.ts';

const NOT_YET = -1;

/** The shared frames of a speedscope file as locations, each made when it is first used. */
export class FrameLocations {
  readonly #frames: readonly unknown[];
  readonly #builder: ProfileBuilder;
  readonly #context: ImportContext;
  readonly #locations: Int32Array;
  readonly #functions: Interner<string>;

  constructor(frames: readonly unknown[], builder: ProfileBuilder, context: ImportContext) {
    this.#frames = frames;
    this.#builder = builder;
    this.#context = context;
    this.#locations = new Int32Array(frames.length).fill(NOT_YET);
    this.#functions = new Interner('functions', context.limits.strings);
  }

  /** The location of the frame with this index; `user` names in an error what refers to it. */
  location(frame: unknown, user: () => string): number {
    if (typeof frame !== 'number' || !Number.isInteger(frame) || frame < 0 || frame >= this.#frames.length) {
      const range = `there are ${this.#frames.length} frames`;
      throw new ProfileError('dangling-reference', `${user()} refers to frame ${String(frame)}, but ${range}`);
    }
    if (this.#locations[frame] === NOT_YET) this.#locations[frame] = this.#make(frame);
    return this.#locations[frame];
  }

  #make(index: number): number {
    const place = () => `frame ${index}`;
    const frame = objectAt(this.#frames[index], place);
    const name = textField(frame, 'name', place);
    const filename = optionalTextField(frame, 'file', place);
    const { stringBytes } = this.#context.limits;
    if (name.length > stringBytes || filename.length > stringBytes) throw tooLarge('stringBytes', stringBytes);
    const known = this.#functions.length;
    const key = this.#functions.number(`${name.length} ${name}${filename}`);
    if (key === known) this.#builder.addFunction(name, { filename });
    const line = Math.max(0, optionalIntegerField(frame, 'line', place) ?? 0);
    const column = Math.max(0, optionalIntegerField(frame, 'col', place) ?? 0);
    return this.#builder.addLocation({ lines: [{ function: key, line, column }] });
  }
}
