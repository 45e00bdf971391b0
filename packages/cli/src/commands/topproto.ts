import { encode, topProto } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runTopProto = reportCommand({ build: topProto, text: ({ profile }) => encode(profile) });
