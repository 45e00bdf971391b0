export type { FlamestepPagesProps } from './flamestep-pages.tsx';
export { EntityFlamestepCard, EntityFlamestepContent, FlamestepPage, flamestepPlugin } from './legacy-plugin.ts';
