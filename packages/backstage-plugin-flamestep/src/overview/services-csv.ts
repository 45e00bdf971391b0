import type { ServiceSummary } from '@flamestep/backstage-plugin-flamestep-common';
import { csvText, type CsvCell } from '../words/csv-text.ts';

const COLUMNS: readonly (readonly [name: string, of: (service: ServiceSummary) => CsvCell])[] = [
  ['service', ({ entityRef }) => entityRef],
  ['title', ({ title }) => title],
  ['owners', ({ owners }) => owners.join(' ')],
  ['kind', ({ kind }) => kind],
  ['tier', ({ tier }) => tier],
  ['rated', ({ rated }) => rated],
  ['step', ({ step }) => step],
  ['step_name', ({ stepName }) => stepName?.en],
  ['score_low', ({ score }) => score?.low],
  ['score_high', ({ score }) => score?.high],
  ['gate', ({ gate }) => gate],
  ['before_the_next_step', ({ before }) => before.map(({ title }) => title.en).join('; ')],
  ['begun_too_early', ({ premature }) => premature],
  ['findings_on_old_evidence', ({ stale }) => stale],
  ['step_stale_since', ({ staleSince }) => staleSince],
  ['trend', ({ trend }) => trend.state],
  ['change', ({ trend }) => trend.change?.value],
  ['change_low', ({ trend }) => trend.change?.low],
  ['change_high', ({ trend }) => trend.change?.high],
  ['changed_function', ({ trend }) => trend.function?.name],
  ['changed_since', ({ trend }) => trend.since?.time],
  ['changed_by_commit', ({ trend }) => trend.since?.commit],
  ['rated_at', ({ assessedAt }) => assessedAt],
];

/** Services as CSV, a row each. What is not known is empty. */
export function servicesCsv(services: readonly ServiceSummary[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...services.map((service) => COLUMNS.map(([, of]) => of(service)))];
  return csvText(rows);
}
