import { arch, cpus, platform } from 'node:os';
import type { Machine } from '@flamestep/report';

/** What is asked of the system. */
export interface Hardware {
  /** As `os.platform()`, `os.arch()`. */
  readonly platform: string;
  readonly arch: string;
  /** One for each logical processor. */
  readonly cpus: readonly { readonly model: string }[];
}

/** Names as Go has them, which is how profiles' users know them. */
const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' };
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/** What this machine is. `env` is the job's: GitHub's own images say their name and version there. */
export function describeMachine(
  env: Readonly<Record<string, string | undefined>>,
  hardware: Hardware = { platform: platform(), arch: arch(), cpus: cpus() },
): Machine {
  const cpu = hardware.cpus[0]?.model.replace(/\s+/g, ' ').trim() ?? '';
  const runner = runnerOf(env);
  return {
    os: SYSTEMS[hardware.platform] ?? hardware.platform,
    arch: ARCHITECTURES[hardware.arch] ?? hardware.arch,
    // Arm's kernels do not name their processors.
    ...(cpu === '' || cpu === 'unknown' ? {} : { cpu }),
    ...(hardware.cpus.length === 0 ? {} : { cores: hardware.cpus.length }),
    ...(runner === undefined ? {} : { runner }),
  };
}

/** `ubuntu-24.04 20260914.1`: another version of an image may have another compiler. */
function runnerOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const image = env['ImageOS']
    ?.replace(/^ubuntu(\d\d)$/, 'ubuntu-$1.04')
    .replace(/^(macos|win)(\d+)$/, (_, name: string, version) =>
      name === 'win' ? `windows-20${version}` : `${name}-${version}`,
    );
  if (env['RUNNER_ENVIRONMENT'] === 'self-hosted') return 'self-hosted';
  return [image, env['ImageVersion']].filter((part) => part !== undefined && part !== '').join(' ') || undefined;
}
