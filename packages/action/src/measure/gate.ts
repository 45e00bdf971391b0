import { hasRegression, type Report } from '@flamestep/report';

/** Why the job fails, in a sentence; undefined where it does not. */
export function gate(report: Report, failOn: 'none' | 'regression'): string | undefined {
  if (failOn === 'none' || !hasRegression(report)) return undefined;
  const slower = report.profiles.flatMap(({ verdict, findings }) =>
    verdict === 'slower' ? findings.filter((finding) => finding.verdict === 'slower' || finding.verdict === 'new') : [],
  );
  const [first] = slower;
  const what =
    first === undefined
      ? 'The whole got slower'
      : `${first.name} got slower${slower.length > 1 ? `, and ${slower.length - 1} more` : ''}`;
  return `${report.subject.name}: ${what}. The job summary says where and by how much; fail-on: none would let it pass.`;
}
