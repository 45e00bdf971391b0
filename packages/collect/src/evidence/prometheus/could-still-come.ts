import { meets, type Matcher, type Selector } from '../promql/selector.ts';

const STATUS_LABEL = /^(?:http_response_|http_)?(?:status|status_code|code)$/;
const SERVER_ERRORS = ['500', '502', '503', '504', '5xx', '5XX'];

/**
 * Whether a selector of failed requests is in order though nothing has failed yet: counters come into being with their first event.
 * So it is when the metric is there with a status label, and only the status asked for, one that servers answer, is not.
 */
export async function couldStillCome(selector: Selector, hasSeries: (selector: Selector) => Promise<boolean>): Promise<boolean> {
  const status = selector.find(({ label }) => STATUS_LABEL.test(label));
  if (status === undefined || !SERVER_ERRORS.some((code) => meets(status, code))) return false;
  const others = selector.filter((matcher) => matcher !== status);
  // Codes must be written as the metric writes them: `5xx` never comes where `200` is.
  const written = SERVER_ERRORS.some((code) => /^\d{3}$/.test(code) && meets(status, code)) ? '[1-5][0-9][0-9]' : '[1-5][xX][xX]';
  const succeeded: Matcher = { label: status.label, operator: '=~', value: written };
  return others.length > 0 && hasSeries([...others, succeeded]);
}
