const ADDRESS = /0x[0-9a-f]+/g;
/** Addresses have 64 bits. */
const MOST_ADDRESS = 0xffff_ffff_ffff_ffffn;

/** All numbers like `0x1a2b` in a text, from left to right; undefined where one has more than 64 bits. */
export function hexAddresses(text: string): bigint[] | undefined {
  const addresses: bigint[] = [];
  for (const [digits] of text.matchAll(ADDRESS)) {
    const address = BigInt(digits);
    if (address > MOST_ADDRESS) return undefined;
    addresses.push(address);
  }
  return addresses;
}

/**
 * The address of a call from the address that a stack holds for it, which is where the call returns to: the byte before that is
 * part of the call.
 */
export function callAddress(returnAddress: bigint): bigint {
  return BigInt.asUintN(64, returnAddress - 1n);
}
