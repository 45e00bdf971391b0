import type { ServiceManifest } from '@flamestep/maturity';
import { DAY_MS } from '../day-ms.ts';
import { median } from '../median.ts';
import { type Question, unavailable } from '../question.ts';
import { isInstrumentationFile, readInstrumentation } from './read-instrumentation.ts';
import { readReleases } from './read-releases.ts';
import { readResponses } from './read-responses.ts';
import type { GithubSurvey } from './github-survey.ts';

/** Where those who found something are told whom to turn to. */
const CONTACT = /^(?:\.github\/|docs\/)?(?:(?:SECURITY|SUPPORT)(?:\.\w+)?|CODEOWNERS)$/i;

/** What a library shows: whom to turn to and how soon they answer, its release notes, and how it emits telemetry. */
export function libraryQuestions(
  { files, requests, since, window, question }: GithubSurvey,
  manifest: ServiceManifest,
): Question[] {
  const { path: folder = '' } = manifest.selectors['github'] ?? {};
  return [
    question('triage-contact', 'files SECURITY, SUPPORT and CODEOWNERS; issues and issues/comments', async () => {
      const [{ paths, takesIssues }, waits] = await Promise.all([files(), readResponses(requests(), since(90), since(0))]);
      return {
        window: window(90),
        values: {
          contact: paths.some((path) => CONTACT.test(path)),
          // Where nobody can report anything, that nobody did says nothing.
          reports: takesIssues ? waits.length : null,
          firstResponseMedian: waits.length === 0 ? null : median(waits) / DAY_MS,
        },
        samples: waits.length,
      };
    }),
    question('release-notes', 'releases: notes that speak of performance', async () => {
      const notes = await readReleases(requests(), since(180));
      if (notes.length === 0) return unavailable('no-data', 'there is no release in 180 days', { window: window(180) });
      const telling = notes.filter(({ isOnPerformance }) => isOnPerformance);
      return { window: window(180), values: { performanceShare: telling.length / notes.length }, samples: notes.length };
    }),
    question('instrumentation-dependency', `contents/${folder}: package.json, go.mod, pom.xml`, async () => {
      const { paths, read } = await files();
      const texts = await read(paths.filter((path) => isInstrumentationFile(path, folder)));
      const apiOnly = readInstrumentation(texts);
      return apiOnly === undefined
        ? unavailable(
            'no-data',
            'no package.json, go.mod or pom.xml tells what the library depends on; name its folder in selectors.github.path',
          )
        : { query: [...texts.keys()].join(', '), values: { apiOnly } };
    }),
  ];
}
