import { encode, proto } from '@flamestep/pprof';
import { reportCommand } from './report-command.ts';

export const runProto = reportCommand({
  build: (profile, options) => ({ profile: proto(profile, options), warnings: [] }),
  text: ({ profile }) => encode(profile),
});
