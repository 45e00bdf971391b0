import { ProfileError } from '../../profile-error.ts';
import { UNKNOWN_MAPPING } from '../../profile.ts';
import type { Mapping } from '../../profile.ts';

const NONE = -1;
const LAST_ADDRESS = 0xffff_ffff_ffff_ffffn;
/** Comparisons of an address with a mapping, a few seconds' worth. Sorted maps without overlap need hardly any. */
const MOST_COMPARISONS = 50_000_000;

/** Which mapping each address belongs to. */
export interface AssignedMappings {
  readonly mappings: readonly Mapping[];
  /** Index into `mappings` for each address; -1 for the address 0. */
  readonly mappingOf: Int32Array;
}

/**
 * Finds the mapping of each address, in pprof's way: the first one that holds it; else the first one that would hold it if it began
 * at the start of its file, which is then corrected; else one mapping of everything, added for such addresses.
 */
export function assignMappings(mappings: readonly Mapping[], addresses: readonly bigint[]): AssignedMappings {
  const finder = new MappingFinder(mappings);
  const mappingOf = Int32Array.from(addresses, (address) => (address === 0n ? NONE : finder.find(address)));
  return { mappings: finder.mappings, mappingOf };
}

class MappingFinder {
  readonly mappings: Mapping[];
  /** Indices of mappings by start, where no two overlap; undefined otherwise. */
  #sorted: number[] | undefined;
  #hasCatchAll = false;
  #comparisons = 0;

  constructor(mappings: readonly Mapping[]) {
    this.mappings = [...mappings];
    this.#sorted = sortedWithoutOverlap(this.mappings);
  }

  find(address: bigint): number {
    const known = this.#sorted ? this.#search(this.#sorted, address) : this.#scan((mapping) => holds(mapping, address));
    if (known !== NONE) return known;
    const last = this.mappings.length - 1;
    if (this.#hasCatchAll && holds(this.mappings[last], address)) return last;
    const early = this.#scan((mapping) => holdsBeforeStart(mapping, address));
    if (early !== NONE) {
      this.#beginEarlier(early);
      return early;
    }
    if (!this.#hasCatchAll) {
      this.#hasCatchAll = true;
      this.mappings.push(CATCH_ALL);
    }
    return this.mappings.length - 1;
  }

  #beginEarlier(index: number): void {
    const mapping = this.mappings[index];
    const start = mapping.start - mapping.offset;
    this.mappings[index] = { ...mapping, start, offset: 0n };
    const before = this.#sorted?.[this.#sorted.indexOf(index) - 1];
    if (before !== undefined && start < this.mappings[before].limit) this.#sorted = undefined;
  }

  #search(sorted: readonly number[], address: bigint): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.mappings[sorted[middle]].start <= address) low = middle + 1;
      else high = middle;
    }
    return low > 0 && holds(this.mappings[sorted[low - 1]], address) ? sorted[low - 1] : NONE;
  }

  #scan(fits: (mapping: Mapping) => boolean): number {
    this.#comparisons += this.mappings.length;
    if (this.#comparisons > MOST_COMPARISONS) {
      throw new ProfileError('too-large', 'the memory map has too many overlapping mappings for so many addresses');
    }
    return this.mappings.findIndex(fits);
  }
}

const CATCH_ALL: Mapping = { ...UNKNOWN_MAPPING, limit: LAST_ADDRESS };

function holds(mapping: Mapping, address: bigint): boolean {
  return mapping.start <= address && address < mapping.limit;
}

function holdsBeforeStart({ start, offset }: Mapping, address: bigint): boolean {
  return offset !== 0n && BigInt.asUintN(64, start - offset) <= address && address < start;
}

function sortedWithoutOverlap(mappings: readonly Mapping[]): number[] | undefined {
  const order = mappings.map((_, index) => index).filter((index) => mappings[index].start < mappings[index].limit);
  order.sort((a, b) => (mappings[a].start < mappings[b].start ? -1 : mappings[a].start > mappings[b].start ? 1 : a - b));
  const overlaps = order.some((index, i) => i > 0 && mappings[index].start < mappings[order[i - 1]].limit);
  return overlaps ? undefined : order;
}
