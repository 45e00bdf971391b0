import { actionPage } from './action-page.mjs';
import { appConfigPage } from './app-config-page.mjs';
import { cliPage } from './cli-page.mjs';
import { configFilePage } from './config-file-page.mjs';
import { httpApiPage } from './http-api-page.mjs';
import { indexPage } from './index-page.mjs';
import { modelFilePage } from './model-file-page.mjs';
import { reportPage } from './report-page.mjs';
import { serviceFilePage } from './service-file-page.mjs';

const PAGES = [
  { file: 'cli.md', title: 'The command line', about: 'commands, options, exit codes', write: cliPage },
  { file: 'action.md', title: 'The GitHub Action', about: 'inputs and outputs', write: actionPage },
  { file: 'config-file.md', title: '.flamestep.yaml', about: 'thresholds and accepted slowdowns', write: configFilePage },
  { file: 'report.md', title: 'The report', about: 'the result of a comparison, as JSON', write: reportPage },
  { file: 'service-file.md', title: 'o11y.yaml', about: 'what a service says of itself', write: serviceFilePage },
  { file: 'model-file.md', title: 'A model file', about: 'a maturity model of your own', write: modelFilePage },
  { file: '../checks.md', title: 'Checks', about: 'what the built-in models ask' },
  { file: 'app-config.md', title: 'app-config.yaml', about: 'configuration of the portal', write: appConfigPage },
  { file: 'http-api.md', title: 'The HTTP API', about: 'requests to the portal, and its answers', write: httpApiPage },
];

/** The text of every page in `docs/reference`, by its file, as the code is now. */
export function referencePages() {
  const written = PAGES.filter(({ write }) => write !== undefined).map(({ file, write }) => [file, write()]);
  return new Map([['README.md', indexPage(PAGES)], ...written]);
}
