import { encode, proto } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runProto = reportCommand({ build: proto, text: ({ profile }) => encode(profile) });
