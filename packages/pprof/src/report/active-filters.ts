import type { ReportSettings } from './report-options.ts';

/** Bytes of a filter that fit in the header. */
const LONGEST_FILTER = 80;

/** The lines of a report's header that name the filters in use; none where there is none. */
export function activeFilterLines(settings: ReportSettings): string[] {
  const filters: readonly (readonly [string, string])[] = [
    ['focus', settings.focus],
    ['ignore', settings.ignore],
    ['hide', settings.hide],
    ['show', settings.show],
    ['show_from', settings.showFrom],
    ['tagfocus', settings.tagFocus],
    ['tagignore', settings.tagIgnore],
    ['tagshow', settings.tagShow],
    ['taghide', settings.tagHide],
  ];
  const lines = filters.filter(([, text]) => text !== '').map(([option, text]) => `   ${shortened(`${option}=${text}`)}`);
  return lines.length === 0 ? [] : ['Active filters:', ...lines];
}

/** pprof counts bytes and cuts a character in the middle, which prints as a replacement character; so do we. */
function shortened(filter: string): string {
  const bytes = new TextEncoder().encode(filter);
  return bytes.length > LONGEST_FILTER ? `${new TextDecoder().decode(bytes.subarray(0, LONGEST_FILTER))}…` : filter;
}
