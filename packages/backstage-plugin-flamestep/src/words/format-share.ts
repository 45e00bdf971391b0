import type { Credit } from '@flamestep/backstage-plugin-flamestep-common';

/** A score in words: `29–38 %`, or `64 %` where it is certain. Rounded so that it never looks better than it is. */
export function formatCredit({ low, high }: Credit): string {
  const [from, to] = [Math.floor(low * 100 + 1e-9), Math.floor(high * 100 + 1e-9)];
  return from === to ? `${from} %` : `${from}–${to} %`;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `+4.1 % (+2.8 to +5.4)`. */
export function formatChange({ value, ...interval }: Interval & { readonly value: number }): string {
  return `${formatSigned(value)} % (${formatInterval(interval)})`;
}

/** `+2.8 to +5.4`, of per cent. */
export function formatInterval({ low, high }: Interval): string {
  return `${formatSigned(low)} to ${formatSigned(high)}`;
}

/** `2.5×`. */
export function formatTimes(times: number): string {
  return `${times.toLocaleString('en', { maximumFractionDigits: times < 1.1 && times > 0.9 ? 2 : 1 })}×`;
}

/** `+4.1`, of per cent. */
export function formatSigned(share: number): string {
  const percent = share * 100;
  const text = Math.abs(percent).toLocaleString('en', { maximumFractionDigits: Math.abs(percent) >= 100 ? 0 : 1 });
  return `${percent < 0 ? '−' : '+'}${text}`;
}
