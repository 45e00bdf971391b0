import { commentOnRun } from './second-stage/comment-on-run.ts';
import { runEntry } from './shell/run-entry.ts';

await runEntry(commentOnRun);
