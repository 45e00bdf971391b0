import { createReportKey, type Report } from '@flamestep/report';

/** The key that the leg of a matrix has. */
export function legKey(key: string, leg: string): string {
  return `${key}/${createReportKey({ name: leg })}`;
}

/** The key that a report's comment has: that of the comparison, without the leg of a matrix. */
export function commentKey({ subject: { key, leg } }: Report): string {
  const ending = leg === undefined ? undefined : legKey('', leg);
  return ending !== undefined && key.endsWith(ending) && key.length > ending.length ? key.slice(0, -ending.length) : key;
}
