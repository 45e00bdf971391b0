import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { sourceOrigins } from '@flamestep/collect';
import type { ConfiguredSource } from './flamestep-config.ts';

/** Reads `flamestep.sources`, and the credentials in it: `origin Authorization`, one a line. */
export function readSources(configs: readonly Config[]): {
  readonly sources: ConfiguredSource[];
  readonly authorization: string;
} {
  const sources = configs.map(readSource);
  const lines = configs.flatMap((config, index) => {
    const authorization = config.getOptionalString('authorization');
    if (authorization === undefined) return [];
    const origins = sourceOrigins(sources[index]);
    if (origins.length === 0)
      throw new InputError(`flamestep.sources[${index}]: url is no address to send credentials to; begin it with https://`);
    return origins.map((origin) => `${origin} ${authorization}`);
  });
  return { sources, authorization: [...new Set(lines)].join('\n') };
}

function readSource(config: Config): ConfiguredSource {
  const type = config.getString('type');
  const instance = config.getOptionalString('instance');
  const named = { ...(instance !== undefined && { instance }) };
  const url = () => config.getString('url');
  const tenant = config.getOptionalString('tenant');
  const hosted = () => ({ ...named, url: url(), ...(tenant !== undefined && { tenant }) });
  const pageSeverities = config.getOptionalStringArray('pageSeverities');
  const paged = () => ({ ...hosted(), ...(pageSeverities && { pageSeverities }) });
  switch (type) {
    case 'prometheus':
      return { type, ...paged() };
    case 'alertmanager': {
      const labels = config.getOptional<Record<string, string>>('labels');
      return { type, ...paged(), ...(labels && { labels }) };
    }
    case 'loki':
    case 'tempo':
    case 'pyroscope':
      return { type, ...hosted() };
    case 'grafana':
    case 'jaeger':
    case 'calendar':
      return { type, ...named, url: url() };
    case 'parca': {
      const cpuType = config.getOptionalString('cpuType');
      return { type, ...named, url: url(), ...(cpuType !== undefined && { cpuType }) };
    }
    case 'newrelic': {
      const own = config.getOptionalString('url');
      return { type, ...named, account: config.getNumber('account'), ...(own !== undefined && { url: own }) };
    }
    case 'google-cloud': {
      const urls = {
        logging: config.getOptionalString('urls.logging'),
        trace: config.getOptionalString('urls.trace'),
        profiler: config.getOptionalString('urls.profiler'),
      };
      const given = Object.fromEntries(Object.entries(urls).filter(([, own]) => own !== undefined));
      return { type, ...named, project: config.getString('project'), ...(Object.keys(given).length > 0 && { urls: given }) };
    }
    case 'github': {
      const own = config.getOptionalString('url');
      const environment = config.getOptionalString('environment');
      const canaryEnvironment = config.getOptionalString('canaryEnvironment');
      const dryRunEnvironment = config.getOptionalString('dryRunEnvironment');
      const serviceLabel = config.getOptionalString('serviceLabel');
      const telemetryHosts = config.getOptionalStringArray('telemetryHosts');
      return {
        type,
        ...named,
        ...(own !== undefined && { url: own }),
        ...(environment !== undefined && { environment }),
        ...(canaryEnvironment !== undefined && { canaryEnvironment }),
        ...(dryRunEnvironment !== undefined && { dryRunEnvironment }),
        ...(serviceLabel !== undefined && { serviceLabel }),
        ...(telemetryHosts && { telemetryHosts }),
      };
    }
    default:
      throw new InputError(
        `flamestep.sources: type '${type}' is not known; give prometheus, alertmanager, grafana, loki, tempo, jaeger, pyroscope, parca, google-cloud, newrelic, github or calendar`,
      );
  }
}
