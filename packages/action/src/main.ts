import { measure } from './measure/measure.ts';
import { runEntry } from './shell/run-entry.ts';

await runEntry(measure);
