import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactNames } from '../artifact/artifact-names.ts';
import { renderHtml, renderJson, type Report } from '@flamestep/report';

/** Where a report was written. */
export interface ReportFiles {
  /** The page, with the flame graph. */
  readonly html: { readonly path: string };
  /** The result for other steps and jobs: the report without its trees. */
  readonly result: { readonly path: string; readonly bytes: Uint8Array };
}

/** Writes a report into a folder of the job, as a page and as JSON, called what their artifacts are called. */
export async function writeReportFiles(report: Report, folder: string, names: ArtifactNames): Promise<ReportFiles> {
  const { trees: _, ...result } = report;
  await mkdir(folder, { recursive: true });
  return {
    html: await writeText(join(folder, names.page), renderHtml(report)),
    result: await writeText(join(folder, `${names.result}.json`), renderJson(result)),
  };
}

async function writeText(path: string, text: string): Promise<{ path: string; bytes: Uint8Array }> {
  const bytes = new TextEncoder().encode(text);
  await writeFile(path, bytes);
  return { path, bytes };
}
