import { SERVICE_CHECKS } from '../checks/index.ts';
import { BUILT_IN_KINDS } from '../evidence/built-in-kinds.ts';
import { LIBRARY_CHECKS } from '../library/index.ts';
import { BUILT_IN_STEPS } from './built-in-steps.ts';
import { kindsAskedFor } from './kinds-asked-for.ts';
import type { Model } from './model.ts';

const shared = {
  version: '1.0.0',
  demoteAfter: { days: 7, evaluations: 3 },
  exemptionCap: 0.2,
  comparable: true,
} as const;

/** The model for everything that runs: backends, web front ends, mobile apps and batch jobs. Its steps can be compared between services. */
export const builtInModel: Model = {
  ...shared,
  id: 'builtin',
  kinds: ['backend', 'web', 'mobile', 'batch'],
  steps: BUILT_IN_STEPS,
  checks: SERVICE_CHECKS,
  evidence: kindsAskedFor(SERVICE_CHECKS, BUILT_IN_KINDS),
};

/** The small model for libraries, which have no runtime of their own: two gates, so step 1 is the last. */
export const libraryModel: Model = {
  ...shared,
  id: 'library',
  kinds: ['library'],
  steps: BUILT_IN_STEPS.slice(0, 2),
  checks: LIBRARY_CHECKS,
  evidence: kindsAskedFor(LIBRARY_CHECKS, BUILT_IN_KINDS),
};
