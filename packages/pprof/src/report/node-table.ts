import type { Profile } from '../profile.ts';
import { cleanPath } from '../text/source-path.ts';
import type { NodeInfo } from './node-name.ts';

/**
 * The distinct places of a profile, and where the locations lead: the nodes of location `l` are `locationNodes[locationStart[l]]`
 * (innermost inlined callee) to `locationNodes[locationStart[l + 1] - 1]`. Every location has at least one.
 */
export interface NodeTable {
  readonly length: number;
  readonly info: readonly NodeInfo[];
  readonly locationStart: Uint32Array;
  readonly locationNodes: Int32Array;
}

/** Finds the places of an aggregated profile. Works on locations, which are few, so that no stack has to be rewritten. */
export function nodeTable(profile: Profile): NodeTable {
  const { locations, functions } = profile;
  const nodes = new NodeInterner();
  const files = functions.filename.map((filename) => (filename === '' ? '' : cleanPath(filename)));
  // Most granularities leave nothing of a line but its function; those need no key.
  const wholeFunction = new Int32Array(functions.length).fill(-1);
  const locationStart = new Uint32Array(locations.length + 1);
  const locationNodes: number[] = [];

  for (let location = 0; location < locations.length; location++) {
    const address = locations.address[location];
    const mapping = locations.mapping[location];
    const objectFile = mapping < 0 ? '' : profile.mappings[mapping]!.file;
    const end = locations.lineStart[location + 1];
    let at = locations.lineStart[location];
    if (at === end) locationNodes.push(nodes.find({ ...NOWHERE, address, objectFile }));
    for (; at < end; at++) {
      const fn = locations.lineFunction[at];
      const name = functions.name[fn]!;
      const line = locations.lineNumber[at];
      const column = locations.lineColumn[at];
      const isWholeFunction = address === 0n && line === 0 && column === 0 && name !== '';
      if (isWholeFunction && wholeFunction[fn] >= 0) {
        locationNodes.push(wholeFunction[fn]);
        continue;
      }
      const place = { ...NOWHERE, name, address, file: files[fn]!, line, column };
      const node = nodes.find(name === '' ? { ...place, objectFile, startLine: functions.startLine[fn] } : place);
      if (isWholeFunction) wholeFunction[fn] = node;
      locationNodes.push(node);
    }
    locationStart[location + 1] = locationNodes.length;
  }
  return { length: nodes.info.length, info: nodes.info, locationStart, locationNodes: Int32Array.from(locationNodes) };
}

const NOWHERE: NodeInfo = { name: '', address: 0n, file: '', line: 0, column: 0, objectFile: '', startLine: 0 };

class NodeInterner {
  readonly info: NodeInfo[] = [];
  readonly #byKey = new Map<string, number>();

  find(info: NodeInfo): number {
    const { name, address, file, line, column, objectFile, startLine } = info;
    const key = `${address}\0${line}\0${column}\0${startLine}\0${name.length}\0${name}${file.length}\0${file}${objectFile}`;
    let node = this.#byKey.get(key);
    if (node === undefined) {
      node = this.info.push(info) - 1;
      this.#byKey.set(key, node);
    }
    return node;
  }
}
