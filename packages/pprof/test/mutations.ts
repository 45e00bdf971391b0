/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same numbers on every machine. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A copy of `bytes` with a few accidents in it, the same ones for the same seed. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  let result: Uint8Array = Uint8Array.from(bytes);
  for (let accidents = 1 + next(3); accidents > 0; accidents--) result = accident(result, next);
  return result;
}

function accident(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(bytes.length);
  const length = 1 + next(16);
  switch (next(6)) {
    case 0: // a bit flips
      bytes[at]! ^= 1 << next(8);
      return bytes;
    case 1: // a byte changes to one that means something: an end, a continuation, a key
      bytes[at] = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x12, 0x22][next(8)]!;
      return bytes;
    case 2: // bytes are missing
      return concatenate(bytes.subarray(0, at), bytes.subarray(Math.min(at + length, bytes.length)));
    case 3: // bytes stand twice
      return concatenate(bytes.subarray(0, at + length), bytes.subarray(at));
    case 4: // bytes from elsewhere stand here
      bytes.copyWithin(at, next(bytes.length), next(bytes.length));
      return bytes;
    default: // a number grows to more than 64 bits
      return concatenate(
        bytes.subarray(0, at),
        Uint8Array.from({ length }, () => 0xff),
        bytes.subarray(at),
      );
  }
}

function concatenate(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
