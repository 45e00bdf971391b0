export { flamestepPlugin, flamestepPlugin as default } from './plugin.ts';
