import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../../fixtures/generators/find-chromium.ts';
import { isBuilt, openExamplePortal } from './example-portal.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The filled portal that all tests visit, and a folder with what it knows; or why there is none. */
    readonly portal: { readonly url: string; readonly known: string } | { readonly missing: string };
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
  const portal = await openExamplePortal();
  // Others begin with what it knows now. Nothing is written meanwhile.
  const known = mkdtempSync(join(tmpdir(), 'flamestep-known-'));
  await portal.pause();
  cpSync(portal.folder, known, { recursive: true });
  await portal.resume();
  provide('portal', { url: portal.url, known });
  return async () => {
    await portal.stop();
    rmSync(known, { recursive: true, force: true });
  };
}
