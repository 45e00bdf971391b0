import { createReportKey, type Report } from '@flamestep/report';

/** The key that a report's comment has: that of the comparison, without the leg of a matrix. */
export function commentKey({ subject: { key, leg } }: Report): string {
  if (leg === undefined) return key;
  const ending = `/${createReportKey({ name: leg })}`;
  return key.endsWith(ending) && key.length > ending.length ? key.slice(0, -ending.length) : key;
}
