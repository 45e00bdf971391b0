export { script, scriptHash } from './generated/script.ts';
