import type { Model } from './model.ts';

const cache = new WeakMap<Model, string>();

/** Sixteen hexadecimal digits that tell two models apart. Not for security. */
export function modelDigest(model: Model): string {
  let digest = cache.get(model);
  if (digest === undefined) cache.set(model, (digest = fnv64(JSON.stringify(model))));
  return digest;
}

/** FNV-1a over UTF-16 code units. */
function fnv64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
