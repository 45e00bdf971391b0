import type { Credit, Locale } from '@flamestep/maturity';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `29–38 %`, or `29 %` where both bounds are the same; rounded outwards, so that the truth is within. */
export function formatScore({ low, high }: Credit): string {
  const [from, to] = [Math.floor(low * 100 + 1e-9), Math.ceil(high * 100 - 1e-9)];
  return from === to ? `${from} %` : `${from}–${to} %`;
}

/** A share as whole percents, rounded down. */
export function formatShare(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** `16 Nov 2026 12:00 UTC`; in Japanese as ISO 8601 has it. */
export function formatMoment(iso: string, locale: Locale): string {
  const [day, time] = iso.split('T');
  if (locale === 'ja') return `${day} ${time.slice(0, 5)} UTC`;
  return `${formatDay(iso, locale)} ${time.slice(0, 5)} UTC`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function formatDay(iso: string, locale: Locale): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return locale === 'ja' ? iso.slice(0, 10) : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** How long ago, in the largest unit of which there are at least two, as people say it. */
export function formatAge(iso: string, now: number, locale: Locale): string {
  const age = now - Date.parse(iso);
  if (!(age >= MINUTE)) return locale === 'ja' ? '今' : 'just now';
  const length = formatLength(age, locale);
  return locale === 'ja' ? `${length}前` : `${length} ago`;
}

/** A length of time: `5 min`, `36 h`, `28 days`. */
export function formatLength(milliseconds: number, locale: Locale): string {
  const [count, unit] =
    milliseconds < 2 * HOUR
      ? ([milliseconds / MINUTE, { en: 'min', ja: '分' }] as const)
      : milliseconds < 2 * DAY
        ? ([milliseconds / HOUR, { en: 'h', ja: '時間' }] as const)
        : ([milliseconds / DAY, { en: 'days', ja: '日' }] as const);
  const whole = Math.round(count);
  return locale === 'ja' ? `${whole}${unit.ja}` : `${whole} ${unit.en}`;
}

/** `██████░░░░····`: surely earned, perhaps earned, not earned. */
export function scoreBar({ low, high }: Credit, width: number): string {
  const sure = Math.floor(low * width + 1e-9);
  const possible = Math.max(0, Math.ceil(high * width - 1e-9) - sure);
  return '█'.repeat(sure) + '░'.repeat(possible) + '·'.repeat(width - sure - possible);
}
