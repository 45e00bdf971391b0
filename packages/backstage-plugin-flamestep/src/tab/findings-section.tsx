import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { AssessedFinding, ServiceAssessment } from '@flamestep/backstage-plugin-flamestep-common';
import { useState } from 'react';
import { SectionCard } from '../parts/section-card.tsx';
import { FindingRow } from './finding-row.tsx';
import { groupFindings } from './group-findings.ts';

/** Every check with its outcome, its value against the threshold, and its evidence: query, source, basis, age. Worst first. */
export function FindingsSection({ assessment, now }: { readonly assessment: ServiceAssessment; readonly now: number }) {
  const [showsAll, setShowsAll] = useState(false);
  const groups = groupFindings(assessment, showsAll);
  const open = groupFindings(assessment, false).reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <SectionCard
      title="Findings"
      aside={
        <ToggleButtonGroup
          aria-label="Which findings"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[showsAll ? 'all' : 'open']}
          onSelectionChange={(keys) => setShowsAll(keys.has('all'))}
        >
          <ToggleButton id="open" size="small">
            Step {assessment.step} and open ({open})
          </ToggleButton>
          <ToggleButton id="all" size="small">
            All ({assessment.findings.length})
          </ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <table className="fsp-table fsp-stack fsp-findings">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Check</th>
            <th scope="col">Value, threshold</th>
            <th scope="col">Evidence: query and source</th>
            <th scope="col">Age</th>
          </tr>
        </thead>
        {groups.map(({ title, findings }) => (
          <tbody key={title}>
            <tr className="fsp-group">
              <th colSpan={5} scope="rowgroup">
                {title}
              </th>
            </tr>
            {findings.map((finding: AssessedFinding) => (
              <FindingRow key={finding.check} finding={finding} evidence={assessment.evidence} now={now} />
            ))}
          </tbody>
        ))}
      </table>
    </SectionCard>
  );
}
