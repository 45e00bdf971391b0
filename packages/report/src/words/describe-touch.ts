import type { ReportFinding } from '../model/report.ts';

/** How the change under review touches a finding; the finding itself before its callers. */
export interface TouchText {
  readonly before: string;
  /** `cart/decode.go:57`, from outside. */
  readonly place: string;
  readonly file: string;
  readonly line: number;
  readonly after: string;
}

export function describeTouch({ touched }: ReportFinding): TouchText | undefined {
  const touch = touched?.find(({ role }) => role === 'itself') ?? touched?.[0];
  if (touch === undefined) return undefined;
  const { file, line } = touch;
  return {
    before: touch.role === 'itself' ? 'stands in' : 'reached from',
    place: line > 0 ? `${file}:${line}` : file,
    file,
    line,
    after: 'which this change touches',
  };
}

/** A move in words: `parsePrice → money.Parse`; names are from outside. */
export function describeMove({ moved, name }: ReportFinding): string {
  if (moved === undefined) return name;
  const list = (functions: readonly { readonly name: string; readonly file: string }[]) =>
    functions.map((one) => (moved.kind === 'moved-file' ? one.file : one.name)).join(', ');
  return `${list(moved.from)} → ${list(moved.to)}`;
}
