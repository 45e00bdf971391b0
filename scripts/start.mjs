/** `npm start`: sets everything up, then compares two profiles, in this terminal and as an HTML page. See USAGE. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runOnTerminal, runStep } from './run-step.mjs';
import { inRoot, lockedNode, root, setUp, turbo } from './set-up.mjs';

const USAGE = `npm start                      compares two recorded profiles of one benchmark, before and after a change
npm start -- BASE HEAD         compares two profiles of yours
npm start -- --help            says this

Both write a table to this terminal and an HTML page to out/. Everything else that flamestep can do: npx flamestep --help
`;
const ROWS = 12;
const KNOWN_CHANGE =
  'Allocations of a benchmark of html/template. The change: htmlEscaper makes one more of 64 bytes on each call.';

const given = process.argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}
if (given.length !== 0 && given.length !== 2) {
  process.stderr.write(`Two profiles are compared; ${given.length} argument(s) given.\n\n${USAGE}`);
  process.exit(2);
}
// npm runs this in the root of the repository; INIT_CWD is where it was called.
const [base, head] =
  given.length === 2
    ? given.map((path) => resolve(process.env.INIT_CWD ?? '.', path))
    : ['base', 'alloc'].map((name) => join('fixtures', 'template-allocs', `${name}.pb.gz`));

if (!(await setUp()) || !(await turbo('Building flamestep', ['build'], ['flamestep...']))) process.exit(1);
process.exit(await compare(base, head));

async function compare(base, head) {
  const page = join(root, 'out', 'comparison.html');
  mkdirSync(join(root, 'out'), { recursive: true });
  const table = ['top', '--diff-base', base, head, '--nodecount', String(ROWS)];
  if (given.length === 0) process.stdout.write(`\n${KNOWN_CHANGE}\n`);
  process.stdout.write(`\n$ flamestep ${table.join(' ')}\n`);
  const code = await runOnTerminal(lockedNode(), [flamestep(), ...table], inRoot());
  if (code !== 0) return code;
  process.stdout.write('\n');
  const view = ['view', '--base', base, head, '-o', relative(root, page)];
  if (!(await runStep('Writing the flame graph', lockedNode(), [flamestep(), ...view], inRoot()))) return 1;
  process.stdout.write(`\nThe same comparison as a flame graph, with search and table: ${pathToFileURL(page).href}\n`);
  return 0;
}

function flamestep() {
  const folder = join(root, 'packages', 'cli');
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, bin.flamestep);
}
