import type { TrendChange } from '@flamestep/backstage-plugin-flamestep-common';
import { ReportLink } from './report-link.tsx';
import { SafeLink } from './safe-link.tsx';

/** The commit, the pull request and the report of a change of level. */
export function ChangeLinks({ change: { commit, commitUrl, pullRequest, reportId } }: { readonly change: TrendChange }) {
  return (
    <>
      commit{' '}
      <SafeLink href={commitUrl}>
        <code>{commit.slice(0, 7)}</code>
      </SafeLink>
      {pullRequest !== undefined && (
        <>
          , <SafeLink href={pullRequest.url}>PR #{pullRequest.number}</SafeLink>
          {pullRequest.title !== undefined && ` ${pullRequest.title}`}
        </>
      )}
      {reportId !== undefined && (
        <>
          , <ReportLink id={reportId}>report</ReportLink>
        </>
      )}
    </>
  );
}
