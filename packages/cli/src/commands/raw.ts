import { raw, rawText } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runRaw = reportCommand({ build: raw, text: rawText });
