import type { ReportDetail, ReportTree } from '@flamestep/backstage-plugin-flamestep-common';
import { Mark, MarkShape } from '../parts/mark.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { formatAmount, sampleTypeWords } from '../words/format-amount.ts';
import { formatPoints, pointsInterval } from '../words/format-points.ts';
import { formatChange } from '../words/format-share.ts';
import { verdictMark } from '../words/verdict-mark.ts';
import { FunctionLink } from './function-link.tsx';
import { profileVerdict } from './profile-verdict.ts';
import { ReportFacts } from './report-facts.tsx';

type Profile = ReportDetail['report']['profiles'][number];

/** The verdict as a sentence with all its counts; then what it rests on. The total is never the headline. */
export function VerdictSection({ detail }: { readonly detail: ReportDetail }) {
  const { summary, report } = detail;
  const { mark, word } = verdictMark(summary);
  return (
    <SectionCard title="Verdict">
      {summary.verdict === undefined && (
        <p className="fsp-verdict">
          <Mark name={mark}>{word}</Mark>
        </p>
      )}
      {'reason' in report.state && <p>{report.state.reason}</p>}
      {report.profiles.map((profile) => (
        <ProfileVerdict
          key={profile.sampleType.type}
          profile={profile}
          tree={report.trees?.find(({ sampleType }) => sampleType.type === profile.sampleType.type)}
          isNamed={report.profiles.length > 1}
        />
      ))}
      {summary.fork !== undefined && (
        <p>
          <b>From the fork {summary.fork}:</b> its author could have written any number.
        </p>
      )}
      {report.notes.length > 0 && (
        <ul className="fsp-changes fsp-s">
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <ReportFacts detail={detail} />
    </SectionCard>
  );
}

interface ProfileVerdictProps {
  readonly profile: Profile;
  readonly tree: ReportTree | undefined;
  readonly isNamed: boolean;
}

function ProfileVerdict({ profile, tree, isNamed }: ProfileVerdictProps) {
  const { mark, headline, rest } = profileVerdict(profile);
  const lead = profile.findings.find(({ verdict }) => verdict !== 'moved');
  const type = sampleTypeWords(profile.sampleType.type);
  return (
    <div className="fsp-profile">
      <p className="fsp-verdict">
        <span className={`fsp-mark-${mark}`}>
          <MarkShape name={mark} size={16} />
        </span>{' '}
        {isNamed && `${type}: `}
        <b className={`fsp-mark-${mark}`}>{headline}</b> {rest}
      </p>
      {lead !== undefined && (
        <p>
          <code>
            {tree?.names.includes(lead.name) === true ? (
              <FunctionLink sampleType={profile.sampleType.type} name={lead.name}>
                {lead.name}
              </FunctionLink>
            ) : (
              lead.name
            )}
          </code>{' '}
          takes {percent(lead.share.head)} % of {type} instead of {percent(lead.share.base)} %:{' '}
          <b>{formatPoints(lead.share.change)} points</b> ({pointsInterval(lead.share)})
          {profile.normalization.kind !== 'relative' && (
            <>
              , {formatAmount(Math.abs(lead.change), profile.sampleType.unit)} {lead.change < 0 ? 'less' : 'more'}
              {profile.normalization.kind === 'per-operation' && ' per operation'}
            </>
          )}
          .
        </p>
      )}
      {profile.normalization.kind !== 'relative' && <WholeChange profile={profile} />}
    </div>
  );
}

function WholeChange({ profile: { whole, sampleType, runs, normalization } }: { readonly profile: Profile }) {
  if (whole.base <= 0) return null;
  const share = { value: whole.change / whole.base, low: whole.low / whole.base, high: whole.high / whole.base };
  return (
    <p className="fsp-s fsp-muted">
      The whole {normalization.kind === 'per-operation' ? 'operation' : 'profile'}: {formatAmount(whole.base, sampleType.unit)} →{' '}
      {formatAmount(whole.head, sampleType.unit)}, {formatChange(share)}
      {whole.verdict.endsWith('inconclusive') && `, too noisy to judge with ${runs.base}+${runs.head} runs`}.
    </p>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
