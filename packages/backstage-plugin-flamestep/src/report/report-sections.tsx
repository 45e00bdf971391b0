import { parseEntityRef } from '@backstage/catalog-model';
import { Link, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Report, ReportDetail, ReportTree } from '@flamestep/backstage-plugin-flamestep-common';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { PageHead } from '../parts/page-head.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { useTabPath } from '../routes/tab-path.ts';
import { sampleTypeWords } from '../words/format-amount.ts';
import { FlameGraph } from './flame-graph.tsx';
import { ReportTable } from './report-table.tsx';
import { VerdictSection } from './verdict-section.tsx';

type Profile = Report['profiles'][number];

interface ReportSectionsProps {
  readonly detail: ReportDetail;
  /** Name of a sample type. */
  readonly type: string | undefined;
  /** Name of a function. */
  readonly at: string | undefined;
  /** Another one each time that type and function are asked for. */
  readonly visit: string;
}

/** The verdict of a report, what it rests on, the functions, and the flame graph. */
export function ReportSections({ detail, type, at, visit }: ReportSectionsProps) {
  const { summary, report } = detail;
  const tabPath = useTabPath();
  const navigate = useNavigate();
  const profile = chooseProfile(detail, type, at);
  const { pullRequest: pull } = summary;
  return (
    <>
      <PageHead
        title={
          pull === undefined
            ? `Report: ${summary.name}`
            : `Report: PR #${pull.number}${pull.title === undefined ? '' : `, ${pull.title}`}`
        }
        facts={[
          {
            name: 'Service',
            value: <Link href={tabPath(summary.entityRef)}>{parseEntityRef(summary.entityRef).name}</Link>,
          },
          { name: 'Profile', value: summary.name },
          { name: 'Branch', value: summary.branch ?? 'not told' },
        ]}
      />
      <VerdictSection detail={detail} />
      {profile !== undefined && (
        <>
          <SectionCard
            title="Findings"
            aside={
              report.profiles.length > 1 && (
                <ToggleButtonGroup
                  aria-label="Sample type"
                  selectionMode="single"
                  disallowEmptySelection
                  selectedKeys={[profile.sampleType.type]}
                  onSelectionChange={([key]) =>
                    navigate({ search: `?${new URLSearchParams({ type: String(key) })}` }, { replace: true })
                  }
                >
                  {report.profiles.map(({ sampleType, findings, omitted }) => (
                    <ToggleButton key={sampleType.type} id={sampleType.type}>
                      {`${sampleTypeWords(sampleType.type)} (${findings.length + omitted.findings})`}
                    </ToggleButton>
                  ))}
                </ToggleButtonGroup>
              )
            }
          >
            <ReportTable key={profile.sampleType.type} profile={profile} tree={treeOf(report, profile)} name={summary.name} />
          </SectionCard>
          <FlameGraphSection tree={treeOf(report, profile)} profile={profile} at={at} visit={visit} />
        </>
      )}
    </>
  );
}

interface FlameGraphSectionProps {
  readonly tree: ReportTree | undefined;
  readonly profile: Profile;
  readonly at: string | undefined;
  readonly visit: string;
}

function FlameGraphSection({ tree, profile, at, visit }: FlameGraphSectionProps) {
  const findings = useMemo(() => profile.findings.map(({ name }) => name), [profile]);
  const [first] = [...profile.findings, ...profile.indications];
  return (
    <SectionCard title="Flame graph, base and head in one">
      {tree === undefined ? (
        <p className="fsp-muted">
          This report came without its call tree. The action sends it; on the command line, <code>flamestep diff --trees</code>{' '}
          puts it in.
        </p>
      ) : (
        <FlameGraph tree={tree} findings={findings} opening={{ at: at ?? first?.name, isAsked: at !== undefined, visit }} />
      )}
    </SectionCard>
  );
}

/** The sample type that is asked for; else one in which the function was found, the one of the greatest finding, or the first. */
function chooseProfile({ summary, report }: ReportDetail, type: string | undefined, at: string | undefined): Profile | undefined {
  const { profiles } = report;
  const called = (name: string | undefined) => profiles.find(({ sampleType }) => sampleType.type === name);
  const found = profiles.find(({ findings, indications }) => [...findings, ...indications].some(({ name }) => name === at));
  return called(type) ?? found ?? called(summary.verdict?.finding?.sampleType) ?? profiles[0];
}

function treeOf({ trees }: Report, profile: Profile): ReportTree | undefined {
  return trees?.find(({ sampleType }) => sampleType.type === profile.sampleType.type);
}
