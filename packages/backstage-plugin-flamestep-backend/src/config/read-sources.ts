import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ConfiguredSource } from './flamestep-config.ts';

/** Reads `flamestep.sources`, and the credentials in it: `origin Authorization`, one a line. */
export function readSources(configs: readonly Config[]): {
  readonly sources: ConfiguredSource[];
  readonly authorization: string;
} {
  const sources = configs.map(readSource);
  const lines = configs.flatMap((config, index) => {
    const authorization = config.getOptionalString('authorization');
    return authorization === undefined ? [] : [`${originOf(sources[index])} ${authorization}`];
  });
  return { sources, authorization: lines.join('\n') };
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
        `flamestep.sources: type '${type}' is not known; give prometheus, alertmanager, grafana, loki, tempo, jaeger, pyroscope, parca, newrelic, github or calendar`,
      );
  }
}

function originOf(source: ConfiguredSource): string {
  const fallback = source.type === 'github' ? 'https://api.github.com' : 'https://api.newrelic.com';
  return new URL(source.url ?? fallback).origin;
}
