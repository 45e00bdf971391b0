/** A text as a string of PromQL, LogQL, TraceQL and Prometheus matchers, quotes included. */
export function escapePromql(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, escapeControl);
  return `"${escaped}"`;
}

function escapeControl(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
