/**
 * The plugin for apps of `@backstage/core-plugin-api`; for the new frontend system see `/alpha`.
 *
 * @packageDocumentation
 */

export type { FlamestepPagesProps } from './flamestep-pages.tsx';
export { EntityFlamestepCard, EntityFlamestepContent, FlamestepPage, flamestepPlugin } from './legacy-plugin.ts';
