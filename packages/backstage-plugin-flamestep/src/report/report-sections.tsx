import { parseEntityRef } from '@backstage/catalog-model';
import { Link, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Report, ReportDetail } from '@flamestep/backstage-plugin-flamestep-common';
import { useMemo, useState } from 'react';
import { PageHead } from '../parts/page-head.tsx';
import { SectionCard } from '../parts/section-card.tsx';
import { useTabPath } from '../parts/tab-path.ts';
import { sampleTypeWords } from '../words/format-amount.ts';
import { FlameGraph } from './flame-graph.tsx';
import { ReportTable } from './report-table.tsx';
import { VerdictSection } from './verdict-section.tsx';

interface ReportSectionsProps {
  readonly detail: ReportDetail;
  /** Name of a sample type. */
  readonly type: string | undefined;
  readonly at: string | undefined;
}

/** The verdict of a report, what it rests on, the functions, and the flame graph. */
export function ReportSections({ detail, type, at }: ReportSectionsProps) {
  const { summary, report } = detail;
  const tabPath = useTabPath();
  const [chosen, setChosen] = useState(() => type ?? openingType(report, at) ?? summary.verdict?.finding?.sampleType);
  const profile = report.profiles.find(({ sampleType }) => sampleType.type === chosen) ?? report.profiles[0];
  const { pullRequest: pull } = summary;
  return (
    <>
      <PageHead
        title={pull === undefined ? `Report: ${summary.name}` : `Report: PR #${pull.number} ${pull.title ?? ''}`}
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
                  onSelectionChange={(keys) => setChosen(String([...keys][0]))}
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
            <ReportTable profile={profile} name={summary.name} />
          </SectionCard>
          <FlameGraphSection report={report} profile={profile} at={at} />
        </>
      )}
    </>
  );
}

interface FlameGraphSectionProps {
  readonly report: Report;
  readonly profile: Report['profiles'][number];
  readonly at: string | undefined;
}

function FlameGraphSection({ report, profile, at }: FlameGraphSectionProps) {
  const tree = report.trees?.find(({ sampleType }) => sampleType.type === profile.sampleType.type);
  const findings = useMemo(() => profile.findings.map(({ name }) => name), [profile]);
  return (
    <SectionCard title="Flame graph, base and head in one">
      {tree === undefined ? (
        <p className="fsp-muted">
          This report came without its call tree: reports of the main branch may leave it out to stay small.
        </p>
      ) : (
        <FlameGraph tree={tree} findings={findings} openAt={at ?? findings[0]} />
      )}
    </SectionCard>
  );
}

/** The sample type in which the function of the address was found. */
function openingType({ profiles }: Report, at: string | undefined): string | undefined {
  return profiles.find(({ findings }) => findings.some(({ name }) => name === at))?.sampleType.type;
}
