import type { Profile } from '../profile.ts';

/**
 * Shortens the names of functions as `go tool pprof` does where it loads a profile: parameters and template arguments of names that
 * look like C++ are left out, so that `std::vector<int>::push_back(int&&)` and its kind become one `std::vector::push_back`. Rust and
 * some Go names look like C++ too: `main.Map[go.shape.func(int) bool]` becomes `main.Map[go.shape.func bool]`.
 *
 * Only functions whose producer gave no second, mangled name are concerned. Names that are still mangled (`_ZN3foo3barEv`) stay as
 * they are; pprof also demangles those.
 */
export function simplifyNames(profile: Profile): Profile {
  const { functions } = profile;
  const name = functions.name.map((given, i) => {
    const systemName = functions.systemName[i];
    return given !== '' && given !== systemName ? given : simplifyName(systemName);
  });
  if (name.every((simple, i) => simple === functions.name[i])) return profile;
  return { ...profile, functions: { ...functions, name } };
}

function simplifyName(name: string): string {
  // Java's `Cache.<init>` and Go's `(*Set[int]).Add` need their brackets.
  if (name.includes('.<') || name.includes(']).')) return name;
  if (!/[<>[\]]|::/.test(name)) return name;
  return withoutBracketed(withoutBracketed(name, '(', ')'), '<', '>');
}

/** Leaves out what stands between outermost brackets, up to the first bracket that closes nothing. */
function withoutBracketed(text: string, open: string, close: string): string {
  let kept = '';
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open) {
      if (depth === 0) {
        kept += text.slice(from, i);
        from = i;
      }
      depth++;
    } else if (text[i] === close) {
      if (depth === 0) break;
      depth--;
      if (depth === 0) from = i + 1;
    }
  }
  return kept + text.slice(from);
}
