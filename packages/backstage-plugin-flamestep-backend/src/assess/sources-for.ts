import type { Source } from '@flamestep/collect';
import type { Report } from '@flamestep/report';
import type { ConfiguredSource } from '../config/flamestep-config.ts';

/** What there is of a service itself. */
export interface OwnSources {
  readonly repository: string | undefined;
  readonly reports: readonly Report[];
  /** Text of its SLO files by path; undefined where the entity names none, or they could not be read. */
  readonly slos: Readonly<Record<string, string>> | undefined;
}

/** Where to ask about a service: what is configured, its own repository and SLOs, and the reports that came in. */
export function sourcesFor(configured: readonly ConfiguredSource[], { repository, reports, slos }: OwnSources): Source[] {
  return [
    ...configured.flatMap((source): Source[] => {
      if (source.type !== 'github') return [source];
      // Without a repository there is nothing to ask; the checks are unknown for want of a source.
      return repository === undefined ? [] : [{ ...source, repository }];
    }),
    ...(slos === undefined ? [] : [{ type: 'openslo' as const, files: slos }]),
    { type: 'flamestep', reports },
  ];
}
