import type { Subject } from './report.ts';

const LONGEST = 100;

/** The key of a comparison from its name, profile and leg: `Checkout API`, `linux/amd64` → `checkout-api/linux/amd64`. */
export function createReportKey({ name, profile, leg }: Pick<Subject, 'name' | 'profile' | 'leg'>): string {
  const key = [name, profile, leg]
    .map((part) => slug(part ?? ''))
    .filter((part) => part !== '')
    .join('/');
  return key.slice(0, LONGEST).replace(/[^a-z0-9]+$/, '') || 'profile';
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9./]+/g, '-')
    .replace(/[._/-]*([._/-])/g, '$1')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
