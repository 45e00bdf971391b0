import { expect, test } from 'vitest';
import { encode, ProfileBuilder } from '@flamestep/pprof';
import { flamestep } from './fake-io.ts';

const files = { 'a.folded': 'main;parse 3\n', 'b.folded': 'main;parse 4\n', 'odd.pb': profileWith('bad\u001b[31mname') };

test('-o writes to a file, and nothing to standard output', async () => {
  const { out, files: written } = await flamestep('top -o report.txt a.folded', { files });
  expect(out).toBe('');
  expect(Buffer.from(written['report.txt']).toString()).toBe((await flamestep('top a.folded', { files })).out);
});

test('-o - is standard output', async () => {
  expect((await flamestep('top -o - a.folded', { files })).out).toBe((await flamestep('top a.folded', { files })).out);
});

test('binary results do not go to a terminal', async () => {
  for (const command of ['proto', 'topproto', 'convert']) {
    const { code, err, out } = await flamestep(`${command} a.folded`, { files, terminal: true });
    expect(err).toBe('flamestep: the result is binary; write it to a file with -o FILE, or redirect it\n');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  }
});

test('control characters in names reach a file, but no terminal', async () => {
  expect((await flamestep('top odd.pb', { files })).out).toContain('bad\u001b[31mname');
  expect((await flamestep('top odd.pb', { files, terminal: true })).out).toContain('bad\ufffd[31mname');
});

test('text on a terminal has no colours', async () => {
  const world = { files, env: { TERM: 'xterm-256color' } };
  expect((await flamestep('top a.folded', { ...world, terminal: true })).out).toBe((await flamestep('top a.folded', world)).out);
});

test('work of more than a second is announced on a terminal, and the line is removed', async () => {
  const { err } = await flamestep('top a.folded b.folded', { files, terminal: true, tick: 600 });
  expect(err).toBe('\r\u001b[Kflamestep: reading b.folded …\r\u001b[Kflamestep: merging 2 profiles …\r\u001b[K');
});

test.each([
  ['quick work', { terminal: true, tick: 1 }],
  ['work without a terminal', { tick: 600 }],
  ['work in CI', { terminal: true, tick: 600, env: { CI: 'true' } }],
  ['work on a dumb terminal', { terminal: true, tick: 600, env: { TERM: 'dumb' } }],
])('%s is not announced', async (_, world) => {
  expect((await flamestep('top a.folded b.folded', { files, ...world })).err).toBe('');
});

test('the header has the time in the zone of the machine', async () => {
  expect((await flamestep('top odd.pb', { files })).out).toContain('Time: 2026-11-22 14:00:00 CET\n');
});

/** A profile of one function, recorded at 13:00 UTC. */
function profileWith(name: string): Uint8Array {
  const builder = new ProfileBuilder([{ type: 'cpu', unit: 'nanoseconds' }]);
  const location = builder.addLocation({ lines: [{ function: builder.addFunction(name) }] });
  builder.addSample(builder.addStack([location]), [3]);
  return encode(builder.build({ timeNanos: BigInt(Date.UTC(2026, 10, 22, 13)) * 1_000_000n }));
}
