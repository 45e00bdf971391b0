import { ProfileBuilder } from '@flamestep/pprof';
import type { Profile } from '@flamestep/pprof';

/**
 * A profile of one sample type from stacks as text, root first: `stacksOf('main;parse@parse.go:12 30')`. Behind `@` stand the file and
 * the line where the function begins. The same text is the same function.
 */
export function stacksOf(...lines: readonly string[]): Profile {
  const builder = new ProfileBuilder([{ type: 'samples', unit: 'count' }]);
  const locations = new Map<string, number>();
  const locationOf = (frame: string) => {
    let location = locations.get(frame);
    if (location === undefined) locations.set(frame, (location = addFrame(builder, frame)));
    return location;
  };
  for (const line of lines) {
    const space = line.lastIndexOf(' ');
    const frames = line.slice(0, space).split(';').reverse();
    builder.addSample(builder.addStack(frames.map(locationOf)), [Number(line.slice(space + 1))]);
  }
  return builder.build();
}

function addFrame(builder: ProfileBuilder, frame: string): number {
  const [, name = '', filename = '', startLine = '0'] = /^(.*?)(?:@([^@]*?)(?::(\d+))?)?$/.exec(frame) ?? [];
  const added = builder.addFunction(name, { filename, startLine: Number(startLine) });
  return builder.addLocation({ lines: [{ function: added, line: Number(startLine) }] });
}
