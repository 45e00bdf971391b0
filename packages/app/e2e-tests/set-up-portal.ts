import type { TestProject } from 'vitest/node';
import { findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { isBuilt, openExamplePortal } from './example-portal.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The filled portal that all tests visit; or why there is none. */
    readonly portal: { readonly url: string; readonly folder: string } | { readonly missing: string };
  }
}

/** One portal for all tests: it is filled once, through the command line and the ingest API. */
export async function setup({ provide }: TestProject) {
  const missing = isBuilt
    ? findChromium() === undefined && 'there is no Chromium: set CHROME_PATH'
    : 'it is not built: npm run build';
  if (missing) {
    provide('portal', { missing });
    return;
  }
  const { url, folder, stop } = await openExamplePortal();
  provide('portal', { url, folder });
  return stop;
}
