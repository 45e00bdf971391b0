/** Parameters that say what is asked and are never secret. */
const SHOWN_PARAMETERS = new Set(['seconds', 'debug', 'gc', 'query', 'from', 'until', 'tenant']);
const MAX_LENGTH = 300;

/**
 * A URL as it may be shown in messages, titles and logs: without user and password, without the fragment, and with `…` for the
 * values of all parameters but those that are known to be harmless.
 */
export function shownUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return shortened(text.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//'));
  }
  url.search = url.search.replaceAll('+', '%2B');
  const parameters = [...url.searchParams].map(([name, value]) => `${name}=${SHOWN_PARAMETERS.has(name) ? value : '…'}`);
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return shortened(`${url.protocol}//${url.host}${url.pathname}${query}`);
}

function shortened(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  return plain.length <= MAX_LENGTH ? plain : `${plain.slice(0, MAX_LENGTH)}…`;
}
