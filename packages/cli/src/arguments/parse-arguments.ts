import { CliError } from '../cli-error.ts';
import { bareName, findOption, type FoundOption } from './find-option.ts';
import { nearest } from './nearest.ts';
import type { OptionSpec } from './option-spec.ts';
import { OPTIONS, type OptionName, type OptionValues, type ValueOptionName } from './option-table.ts';
import { parseFlag, parseValue } from './parse-value.ts';
import { UNSUPPORTED, WITHOUT_EFFECT } from './pprof-options.ts';
import { resolveShortcuts, type ReadValue } from './resolve-shortcuts.ts';

/** A command line, read but not yet judged: whether an option fits the command is for the caller to say. */
export interface ParsedArguments {
  /** The command, where it was written pprof's way as an option (`-top`). */
  readonly format: string | undefined;
  readonly operands: readonly string[];
  /** As long as `operands`: the list option that each stands behind, as in `--base a b`, where a shell has made files of a pattern. */
  readonly behind: readonly (ValueOptionName | undefined)[];
  readonly options: OptionValues;
  /** The options that were given, in the order in which they first appeared; shortcuts count as what they stand for. */
  readonly given: ReadonlySet<ValueOptionName>;
  readonly help: boolean;
  readonly version: boolean;
  /** Things the user should know, one line each. */
  readonly notes: readonly string[];
}

/** A command that can be written as an option, because pprof writes it so. */
export interface FormatOption {
  readonly name: string;
  /** Whether a pattern follows, as in `-peek=main`. */
  readonly takesPattern: boolean;
}

/**
 * Reads a command line. Options may stand anywhere; one dash or two, dashes or underscores in the name are the same; `--` ends
 * them, `-` is an operand.
 *
 * Throws `CliError` `usage` for an unknown option, a missing or bad value, and shortcuts that exclude each other.
 */
export function parseArguments(argv: readonly string[], formats: readonly FormatOption[]): ParsedArguments {
  const reader = new ArgumentReader(argv, formats);
  reader.read();
  return reader.finish();
}

class ArgumentReader {
  readonly #argv: readonly string[];
  readonly #formats: readonly FormatOption[];
  readonly #values = new Map<ValueOptionName, ReadValue>();
  readonly #shortcuts = new Map<OptionName, string>();
  readonly #operands: string[] = [];
  readonly #behind: (ValueOptionName | undefined)[] = [];
  readonly #notes: string[] = [];
  #next = 0;
  #list: ValueOptionName | undefined;
  #format: string | undefined;
  #pattern: string | undefined;
  #help = false;
  #version = false;

  constructor(argv: readonly string[], formats: readonly FormatOption[]) {
    this.#argv = argv;
    this.#formats = formats;
  }

  read(): void {
    while (this.#next < this.#argv.length) {
      const word = this.#argv[this.#next++];
      if (word === '--') {
        this.#list = undefined;
        for (const operand of this.#argv.slice(this.#next)) this.#operand(operand);
        return;
      }
      if (word === '-' || !word.startsWith('-')) this.#operand(word);
      else {
        this.#list = undefined;
        this.#option(word);
      }
    }
  }

  #operand(word: string): void {
    this.#operands.push(word);
    this.#behind.push(this.#list);
  }

  finish(): ParsedArguments {
    const notes = [...this.#notes, ...resolveShortcuts(this.#shortcuts, this.#values)];
    return {
      format: this.#format,
      operands: this.#pattern === undefined ? this.#operands : [this.#pattern, ...this.#operands],
      behind: this.#pattern === undefined ? this.#behind : [undefined, ...this.#behind],
      options: withDefaults(this.#values),
      given: new Set(this.#values.keys()),
      help: this.#help,
      version: this.#version,
      notes,
    };
  }

  #option(word: string): void {
    const equals = word.indexOf('=');
    const written = equals === -1 ? word : word.slice(0, equals);
    const inline = equals === -1 ? undefined : word.slice(equals + 1);
    const name = bareName(written);
    const isOn = () => inline === undefined || parseFlag(written, inline);

    const known = findOption(name);
    const negated = name.startsWith('no-') ? findOption(name.slice('no-'.length)) : undefined;
    const format = this.#formats.find((candidate) => candidate.name === name);
    if (known) this.#known(known, written, inline);
    else if (negated?.spec.kind === 'flag') this.#set(negated.name, !isOn());
    else if (negated?.spec.kind === 'shortcut') this.#shortcuts.delete(negated.name);
    else if (format) this.#report(format, written, inline);
    else if (name === 'no-browser') this.#set('open', !isOn());
    else if (name === 'help' || name === 'h') this.#help = isOn();
    else if (name === 'version') this.#version = isOn();
    else if (Object.hasOwn(WITHOUT_EFFECT, name)) {
      if (WITHOUT_EFFECT[name].takesValue) this.#value(written, inline);
      this.#notes.push(`${written} has no effect: ${WITHOUT_EFFECT[name].why}`);
    } else throw unknownOption(written, name, this.#formats);
  }

  #known({ name, spec }: FoundOption, written: string, inline: string | undefined): void {
    switch (spec.kind) {
      case 'shortcut':
        if (inline === undefined || parseFlag(written, inline)) this.#shortcuts.set(name, written);
        else this.#shortcuts.delete(name);
        break;
      case 'flag':
        this.#set(name, inline === undefined || parseFlag(written, inline));
        break;
      case 'list': {
        // Only lists are stored under the name of a list.
        const earlier = (this.#values.get(name as ValueOptionName) ?? []) as readonly string[];
        this.#set(name, [...earlier, this.#value(written, inline)]);
        if (inline === undefined) this.#list = name as ValueOptionName;
        break;
      }
      default:
        this.#set(name, parseValue(spec, written, this.#value(written, inline)));
    }
  }

  #report({ name, takesPattern }: FormatOption, written: string, inline: string | undefined): void {
    if (takesPattern) this.#pattern = this.#value(written, inline);
    else if (inline !== undefined && !parseFlag(written, inline)) return;
    if (this.#format !== undefined && this.#format !== name) {
      throw new CliError('usage', `-${this.#format} and ${written} exclude each other: one report at a time`);
    }
    this.#format = name;
  }

  #set(name: OptionName, value: ReadValue): void {
    // Shortcuts are kept apart, so that every name that comes here has a value.
    this.#values.set(name as ValueOptionName, value);
  }

  #value(written: string, inline: string | undefined): string {
    if (inline !== undefined) return inline;
    if (this.#next >= this.#argv.length) throw new CliError('usage', `${written} needs a value`);
    const value = this.#argv[this.#next++];
    if (/^--?[a-z]/.test(value) && findOption(bareName(value.replace(/=.*/s, '')))) {
      throw new CliError('usage', `${written} needs a value; if '${value}' is meant to be it, write ${written}=${value}`);
    }
    return value;
  }
}

function unknownOption(written: string, name: string, formats: readonly FormatOption[]): CliError {
  if (Object.hasOwn(UNSUPPORTED, name)) return new CliError('usage', `${written}: ${UNSUPPORTED[name]}`);
  const negation = name.startsWith('no-') ? 'no-' : '';
  const meant = nearest(name.slice(negation.length), [
    ...Object.keys(OPTIONS),
    ...formats.map((format) => format.name),
    'help',
    'version',
  ]);
  const guess = meant === undefined ? '' : `; did you mean --${negation}${meant}?`;
  return new CliError('usage', `unknown option ${written}${guess} (\`flamestep help COMMAND\` lists the options of a command)`);
}

function withDefaults(values: ReadonlyMap<ValueOptionName, ReadValue>): OptionValues {
  const entries = (Object.entries(OPTIONS) as [ValueOptionName, OptionSpec][])
    .filter(([, spec]) => spec.kind !== 'shortcut')
    .map(([name, spec]) => [name, values.get(name) ?? defaultOf(spec)]);
  // Each value was read by the kind that its type is derived from.
  return Object.fromEntries(entries) as OptionValues;
}

function defaultOf(spec: OptionSpec): ReadValue | undefined {
  if (spec.kind === 'flag') return spec.default;
  return spec.kind === 'list' ? [] : undefined;
}
