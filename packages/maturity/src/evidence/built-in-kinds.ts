import { conditionsOver } from '../model/conditions.ts';
import { decisions } from './kinds/decisions.ts';
import { improvement } from './kinds/improvement.ts';
import { library } from './kinds/library.ts';
import { reliability } from './kinds/reliability.ts';
import { response } from './kinds/response.ts';
import { telemetry } from './kinds/telemetry.ts';
import { views } from './kinds/views.ts';

/** Every kind of evidence that the built-in models ask for, by id. Collectors are written against this table. */
export const BUILT_IN_KINDS = {
  ...telemetry,
  ...views,
  ...response,
  ...reliability,
  ...improvement,
  ...decisions,
  ...library,
};

/** Id of a kind of evidence of the built-in models. */
export type BuiltInKind = keyof typeof BUILT_IN_KINDS;

export const { atLeast, atMost, holds, lacks } = conditionsOver(BUILT_IN_KINDS);
