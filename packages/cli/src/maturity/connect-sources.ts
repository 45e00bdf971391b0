import type { RepositorySource, Source } from '@flamestep/collect';
import { isReportError, readReport } from '@flamestep/report';
import type { OptionValues } from '../arguments/option-table.ts';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { sourcesOf } from '../operand-sources.ts';
import { readText } from '../read-text.ts';

/** A source as it was named: `eu=https://…`, or only the address. */
interface Named {
  readonly instance: string;
  readonly address: string;
}

const NAME = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(.*)$/s;
const URL_OPTIONS = [
  'prometheus',
  'alertmanager',
  'calendar',
  'grafana',
  'loki',
  'jaeger',
  'tempo',
  'pyroscope',
  'parca',
] as const;
const TENANTLESS: readonly string[] = ['calendar', 'grafana', 'jaeger', 'parca'];

/** The systems that the command line names. Throws `CliError` `usage` for what is no address, and `input` for files. */
export async function connectSources(options: OptionValues, io: Io): Promise<readonly Source[]> {
  const tenant = options.tenant;
  const labels = Object.fromEntries(options['page-label'].map(readLabel));
  return [
    ...URL_OPTIONS.flatMap((type) =>
      named(type, options[type]).map(({ instance, address }): Source => {
        demandUrl(type, address);
        const pages = {
          ...(options['page-severity'].length > 0 && { pageSeverities: options['page-severity'] }),
          ...(type === 'alertmanager' && { labels }),
        };
        return {
          type,
          instance,
          url: address,
          ...(tenant !== undefined && !TENANTLESS.includes(type) && { tenant }),
          ...((type === 'prometheus' || type === 'alertmanager') && pages),
        };
      }),
    ),
    ...named('github', options.github).map(({ instance, address }): Source => {
      if (!/^[\w.-]+\/[\w.-]+$/.test(address)) throw new CliError('usage', `--github takes OWNER/REPO, not '${address}'`);
      const url = io.env['GITHUB_API_URL'];
      return { type: 'github', instance, repository: address, ...(url !== undefined && url !== '' && { url }) };
    }),
    ...named('google-cloud', options['google-cloud']).map(({ instance, address }): Source => {
      const token = io.env['GOOGLE_OAUTH_ACCESS_TOKEN'];
      return { type: 'google-cloud', instance, project: address, ...(token && { token: async () => token }) };
    }),
    ...named('newrelic', options.newrelic).map(({ instance, address }): Source => {
      if (!/^\d{1,15}$/.test(address)) throw new CliError('usage', `--newrelic takes the number of an account, not '${address}'`);
      return { type: 'newrelic', instance, account: Number(address) };
    }),
    ...(options.slo.length === 0 ? [] : [await sloFiles(options.slo, io)]),
    ...(options.report.length === 0 ? [] : [{ type: 'flamestep' as const, reports: readReports(options.report, io) }]),
  ];
}

/** Names tell sources of one type apart. Those without one are `main`, then `main-2` and so on. */
function named(option: string, words: readonly string[]): Named[] {
  const taken = new Set<string>();
  return words.map((word) => {
    const [, name, address = word] = NAME.exec(word) ?? [];
    let instance = name ?? 'main';
    for (let i = 2; name === undefined && taken.has(instance); i++) instance = `main-${i}`;
    if (taken.has(instance)) throw new CliError('usage', `--${option} has two of the name ${instance}; choose another`);
    taken.add(instance);
    return { instance, address };
  });
}

function readLabel(text: string): readonly [label: string, value: string] {
  const [, label, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text) ?? [];
  if (label === undefined || value === undefined) throw new CliError('usage', `--page-label takes LABEL=VALUE, not '${text}'`);
  return [label, value];
}

function demandUrl(option: string, address: string): void {
  if (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address)) return;
  // What is no URL may be anything, a secret too, and is not repeated.
  throw new CliError('usage', `--${option} takes a URL that begins with http:// or https://, or NAME=URL`);
}

async function sloFiles(words: readonly string[], io: Io): Promise<RepositorySource> {
  const paths = sourcesOf(words, io);
  const files = Object.fromEntries(paths.map((path) => [path, readText(path, io)]));
  const times = await Promise.all(paths.map(async (path) => [path, await io.committedAt(path)] as const));
  const changed = Object.fromEntries(times.flatMap(([path, time]) => (time === undefined ? [] : [[path, time]])));
  return { type: 'openslo', files, changed };
}

function readReports(words: readonly string[], io: Io) {
  return sourcesOf(words, io).map((path) => {
    try {
      return readReport(readText(path, io));
    } catch (error) {
      if (isReportError(error)) throw new CliError('input', `${path}: ${error.message}`, error);
      throw error;
    }
  });
}
