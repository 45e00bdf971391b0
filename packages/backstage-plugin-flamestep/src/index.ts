export { EntityFlamestepCard, EntityFlamestepContent, FlamestepPage, flamestepPlugin } from './legacy-plugin.ts';
