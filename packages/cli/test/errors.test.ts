import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

const files = { 'cpu.folded': 'main;parse 3\n' };

test.each([
  ['', 'no command; `flamestep help` lists the commands'],
  ['tpo cpu.folded', "unknown command 'tpo'; did you mean top? (`flamestep help` lists the commands)"],
  ['cpu.folded', "'cpu.folded' is no command; to look at a profile write `flamestep top cpu.folded`"],
  ['help tpo', "unknown command 'tpo'; did you mean top?"],
  ['top --colour cpu.folded', 'unknown option --colour'],
  ['top --open cpu.folded', 'top has no option --open; `flamestep help top` lists those that it has'],
  ['convert --focus=x cpu.folded', 'convert has no option --focus'],
  ['view --nodecount=3 cpu.folded', 'view has no option --nodecount'],
  ['top --divide-by=0 cpu.folded', '--divide-by must not be 0'],
  ['top --nodecount=-3 cpu.folded', '--nodecount must be 0 (for all) or more, not -3'],
  ['top --sample-index=nope cpu.folded', 'there is no sample type "nope"; choose one of: samples'],
  ['top --focus=( cpu.folded', 'focus cannot be read: error parsing regexp: missing closing ): `(`'],
  ['top --tagfocus=k=( cpu.folded', 'error parsing regexp: missing closing ): `(`'],
  ['top --focus=(?=x) cpu.folded', 'error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
  ['top --symbolize=force cpu.folded', '--symbolize=force is not possible: symbols are not looked up; leave it out, or use none'],
  ['peek cpu.folded', 'peek takes a pattern and then profiles: `flamestep peek PATTERN PROFILE`'],
  ['peek cpu.folded parse', 'the pattern comes first: `flamestep peek parse cpu.folded`'],
  ['peek nothing cpu.folded', 'no matches found for regexp: nothing'],
  ['convert cpu.folded cpu.folded', 'convert takes one profile, not 2; to merge several use `flamestep proto`'],
  ['convert -o x.pb.gz', 'convert takes a profile: `flamestep convert PROFILE -o OUT.pb.gz`'],
  ['top -o missing/x.txt cpu.folded', 'missing/x.txt: the folder that it should go to does not exist'],
  ['-svg cpu.folded', '-svg: graphs are not drawn; `flamestep view PROFILE` writes a flame graph'],
  ['-http=:8080 cpu.folded', '-http: there is no web server'],
])('flamestep %s fails: %s', async (line, message) => {
  const { code, err, out } = await flamestep(line, { files });
  expect(err).toContain(message);
  expect(err).toMatch(/^flamestep: [^\n]+\n$/);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test.each([
  ['traces --cum cpu.folded', '--sort has no effect on traces'],
  ['comments --focus=x cpu.folded', '--focus has no effect on comments'],
  ['top -call_tree cpu.folded', '-call_tree has no effect: it changes only drawn graphs'],
  ['top -inuse_space --sample-index=samples cpu.folded', 'more than one sample type is asked for; -inuse_space is ignored'],
])('pprof takes `%s`, and flamestep says: %s', async (line, note) => {
  const { code, err } = await flamestep(line, { files });
  expect({ code, err }).toEqual({ code: 0, err: `flamestep: ${note}\n` });
});

test('a fault that nobody foresaw says how to report it, without a stack', async () => {
  const outFault = new Error('the disk fell over');
  const { code, err } = await flamestep('top cpu.folded', { files, outFault });
  expect(code).toBe(2);
  expect(err).toBe('flamestep: unexpected fault: the disk fell over; please report it with what FLAMESTEP_DEBUG=1 shows\n');
});

test('FLAMESTEP_DEBUG=1 shows the stack', async () => {
  const { err } = await flamestep('top nope.pb', { files, env: { FLAMESTEP_DEBUG: '1' } });
  expect(err).toMatch(/^flamestep: nope\.pb: there is no such file\nCliError: [^]*\n\s+at /);
});

test('a reader that goes away early ends the run quietly', async () => {
  const outFault = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  expect(await flamestep('top cpu.folded', { files, outFault })).toMatchObject({ code: 0, err: '' });
});

test('names in messages cannot steer the terminal', async () => {
  const { err } = await flamestep(['top', 'a\u001b]2Jb\nc.pb'], { files });
  expect(err).toBe('flamestep: a ]2Jb c.pb: there is no such file\n');
});
