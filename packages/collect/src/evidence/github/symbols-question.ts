import { listAt, textAt } from '../http/answer.ts';
import { type Question, unavailable } from '../question.ts';
import type { GithubSurvey } from './github-survey.ts';

/** Steps that send source maps, dSYMs or mappings to Sentry, Datadog, Bugsnag, Crashlytics or New Relic. */
const UPLOAD =
  /sentry-cli\b.*\b(?:sourcemaps|debug-files|upload-dif|upload-dsym|upload-proguard)\b|getsentry\/action-release|datadog-ci\b.*\b(?:sourcemaps|dsyms|symbols)\b|bugsnag-(?:source-maps|cli|dsym-upload)|crashlytics:(?:symbols|mappingfile):upload|upload_symbols_to_crashlytics|publish-sourcemap/;
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** Whether the last run of the workflow that uploads symbols went well. A build that uploads by itself, as with a plug-in of its bundler, is not seen. */
export function symbolsQuestion({ files, requests, question }: GithubSurvey): Question {
  return question('symbols', 'contents/.github/workflows, and the runs of those that upload symbols', async () => {
    const { paths, read } = await files();
    const texts = await read(paths.filter((path) => WORKFLOW.test(path)));
    const uploading = [...texts].filter(([, text]) => UPLOAD.test(text)).map(([path]) => path.slice(path.lastIndexOf('/') + 1));
    if (uploading.length === 0) return unavailable('no-data', 'no workflow of the repository has a step that uploads symbols');
    const results = await Promise.all(
      uploading.map(async (workflow) => {
        const answer = await requests().get(`actions/workflows/${encodeURIComponent(workflow)}/runs`, {
          status: 'completed',
          exclude_pull_requests: 'true',
          per_page: '30',
        });
        return listAt(answer, 'workflow_runs').find((run) => textAt(run, 'event') !== 'pull_request');
      }),
    );
    const last = results.filter((run) => run !== undefined);
    if (last.length === 0) return unavailable('no-data', `${uploading.join(', ')} has not run yet`);
    return { values: { uploaded: last.some((run) => textAt(run, 'conclusion') === 'success') } };
  });
}
