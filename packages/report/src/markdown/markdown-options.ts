import type { ReportLinks } from '../model/report.ts';
import type { Marker } from './marker.ts';

/** Where a function stands: head for rows of the head, base for what is gone. */
export type LinkTo = (file: string, line: number, side: 'base' | 'head') => string | undefined;

/** Options of {@link renderMarkdown}. */
export interface MarkdownOptions {
  /** `comment` (default): 60,000 UTF-16 units and 240 KiB. `summary`, of a job: 900 KiB. */
  readonly surface?: 'comment' | 'summary' | undefined;
  /** What several reports have in common; by default the key of the first. */
  readonly key?: string | undefined;
  /** Title after "Profile diff:"; by default the subject of the first report. */
  readonly title?: string | undefined;
  /** https address of a file and line in the repository. Only what the caller built from checked parts is linked; by default nothing. */
  readonly linkTo?: LinkTo | undefined;
  /** Links of the last line. Those in the report are not used, because a report may come from a fork; pass `report.links` where it does not. */
  readonly links?: ReportLinks | undefined;
  /** The comment that is being edited, oldest first: see `readMarker`. */
  readonly previous?: readonly Marker[] | undefined;
  /** The head comes from a fork: says so and leaves out its command. By default as the report says. */
  readonly fork?: boolean | undefined;
}
