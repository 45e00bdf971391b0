import type { Machine } from '@flamestep/report';

/** What must be the same for times of two jobs to be comparable, the most telling first. */
const PARTS = ['cpu', 'arch', 'os', 'cores', 'runner', 'runtime'] as const satisfies readonly (keyof Machine)[];

/** Why times of two machines cannot be compared: `Base ran on EPYC 7763, head on Xeon 8370C.`; undefined where they can. */
export function describeMachineChange(base: Machine, head: Machine): string | undefined {
  const part = PARTS.find((name) => base[name] !== head[name]);
  if (part === undefined) return undefined;
  const shown = (machine: Machine) => {
    const value = machine[part];
    if (value === undefined) return 'an unknown machine';
    return part === 'cores' ? `${value} processors` : String(value);
  };
  return `Base ran on ${shown(base)}, head on ${shown(head)}.`;
}
