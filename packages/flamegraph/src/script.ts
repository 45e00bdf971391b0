/**
 * The flame graph as one script, for pages that are written without a bundler.
 *
 * @packageDocumentation
 */

export { script, scriptHash } from './generated/script.ts';
