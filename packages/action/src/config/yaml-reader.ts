import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { ActionError } from '../action-error.ts';

/** A value of a YAML file, or its absence. */
export type YamlValue = unknown;

/** Reads values of a YAML file, each of the kind that is expected. Throws `ActionError` `config`, which says in which line it stands. */
export class YamlReader {
  readonly #path: string;
  readonly #lines: LineCounter;

  constructor(path: string, lines: LineCounter) {
    this.#path = path;
    this.#lines = lines;
  }

  /** 1-based. */
  lineOf(value: YamlValue): number {
    const offset = (value as Node | undefined)?.range?.[0] ?? 0;
    return this.#lines.linePos(offset).line || 1;
  }

  /** The fields of a map, of those that are known; none for an empty value. `what` names it. */
  fields<Name extends string>(value: YamlValue, what: string, known: readonly Name[]): Partial<Record<Name, Node>> {
    const node = this.#node(value, what);
    if (node === undefined) return {};
    if (!isMap(node)) throw this.fault(node, `${what} takes the keys ${known.join(', ')}, each in a line of its own`);
    const fields: Partial<Record<Name, Node>> = {};
    for (const { key, value: field } of node.items) {
      const name = known.find((one) => isScalar(key) && one === key.value);
      if (name === undefined) {
        const shown = isScalar(key) ? String(key.value) : 'a key that is no text';
        throw this.fault(key, `${what} has no key '${shown.slice(0, 60)}'; it takes ${known.join(', ')}`);
      }
      if (Object.hasOwn(fields, name)) throw this.fault(key, `${what} has the key '${name}' twice; keep one`);
      const read = this.#node(field, `'${name}'`);
      if (read !== undefined) fields[name] = read;
    }
    return fields;
  }

  /** Items of a list; none for an empty value. */
  items(value: YamlValue, what: string, most: number): readonly Node[] {
    const node = this.#node(value, what);
    if (node === undefined) return [];
    if (!isSeq(node)) throw this.fault(node, `${what} takes a list; begin each entry with '- '`);
    if (node.items.length > most) throw this.fault(node, `${what} has ${node.items.length} entries; at most ${most} are read`);
    return node.items.map((item) => {
      const read = this.#node(item, what);
      if (read === undefined) throw this.fault(item ?? node, `${what} has an empty entry; remove it`);
      return read;
    });
  }

  /** Text that is not empty; undefined where there is none. */
  text(value: YamlValue, what: string, longest: number): string | undefined {
    const node = this.#node(value, what);
    if (node === undefined) return undefined;
    const text = isScalar(node) ? node.value : undefined;
    if (typeof text !== 'string') throw this.fault(node, `${what} takes text; put it in quotes`);
    if (text.trim() === '') throw this.fault(node, `${what} is empty; write something there`);
    if (text.length > longest) throw this.fault(node, `${what} has ${text.length} characters; at most ${longest} are read`);
    return text.trim();
  }

  /** The text of a scalar as it is written, whatever YAML takes it for. */
  written(value: YamlValue, what: string): string | undefined {
    const node = this.#node(value, what);
    if (node === undefined) return undefined;
    if (!isScalar(node)) throw this.fault(node, `${what} takes one value`);
    return (node.source ?? String(node.value)).trim();
  }

  fault(value: YamlValue, message: string): ActionError {
    return this.faultAt(this.lineOf(value), message);
  }

  faultAt(line: number, message: string): ActionError {
    return new ActionError('config', `${this.#path}, line ${line}: ${message}.`, { place: { file: this.#path, line } });
  }

  #node(value: YamlValue, what: string): Node | undefined {
    if (isAlias(value)) {
      throw this.fault(
        value,
        `${what} is an alias of YAML, which is not read here; write the value itself, a pattern that begins with * in quotes`,
      );
    }
    if (value === undefined || value === null || (isScalar(value) && value.value === null)) return undefined;
    return value as Node;
  }
}
