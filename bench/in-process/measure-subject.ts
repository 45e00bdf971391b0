import { performance } from 'node:perf_hooks';
import { subject } from './subjects.ts';
import type { SubjectName } from './subjects.ts';

// A process of its own for one subject: node measure-subject.ts SUBJECT FILE CALLS. Prints the milliseconds of each call and the
// peak memory as JSON.
const [name, file, calls] = process.argv.slice(2);
const run = subject(name as SubjectName, file);
const milliseconds: number[] = [];
for (let call = 0; call < Number(calls); call++) {
  const start = performance.now();
  run();
  milliseconds.push(performance.now() - start);
}
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
