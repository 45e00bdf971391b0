import { encode, topProto } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runTopProto = reportCommand({
  build: (profile, options) => ({ profile: topProto(profile, options), warnings: [] }),
  text: ({ profile }) => encode(profile),
});
