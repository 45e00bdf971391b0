import { objectAt } from '../http/answer.ts';

const MANIFESTS = ['package.json', 'go.mod', 'pom.xml'];

/** Whether the file says what the library in the folder depends on. */
export function isInstrumentationFile(path: string, folder: string): boolean {
  const base = folder.replace(/^\.?\/|\/+$/g, '');
  return MANIFESTS.some((name) => path === (base === '' ? name : `${base}/${name}`));
}

/**
 * Whether a library emits telemetry through the API of OpenTelemetry alone, by its `package.json`, `go.mod` or `pom.xml`. Null where it
 * cannot be told: `go.mod` does not tell what only tests need. `undefined` without such a file.
 */
export function readInstrumentation(files: ReadonlyMap<string, string>): boolean | null | undefined {
  const answers = [...files].flatMap(([path, text]) => {
    const read = READERS[path.slice(path.lastIndexOf('/') + 1)];
    const answer = read?.(text);
    return answer === undefined ? [] : [answer];
  });
  if (answers.length === 0) return undefined;
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
}

const READERS: Readonly<Record<string, (text: string) => boolean | null | undefined>> = {
  'package.json': (text) => {
    const written = parsed(text);
    if (written === undefined) return undefined;
    // What is for development only is not for those who depend on it.
    const names = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
      Object.keys(objectAt(written, key)),
    );
    return (
      names.includes('@opentelemetry/api') &&
      !names.some((name) => /^@opentelemetry\/(?:sdk|exporter|auto-instrumentations)/.test(name))
    );
  },
  'go.mod': (text) => {
    const names = [...text.matchAll(/^\s*(?:require\s+)?(go\.opentelemetry\.io\/\S+)\s+v\S+\s*$/gm)].map(([, name]) => name);
    const hasSdk = names.some((name) => /^go\.opentelemetry\.io\/(?:otel\/(?:sdk|exporters)|contrib\/exporters)/.test(name));
    const hasApi = names.some((name) => /^go\.opentelemetry\.io\/otel(?:\/(?:trace|metric|log))?$/.test(name));
    return hasApi && hasSdk ? null : hasApi;
  },
  'pom.xml': (text) => {
    const dependencies = [...text.matchAll(/<dependency>(.*?)<\/dependency>/gs)].map(([, dependency]) => dependency);
    const needed = dependencies.filter((dependency) => !/<scope>\s*test\s*<\/scope>/.test(dependency));
    const has = (name: RegExp) => needed.some((dependency) => name.test(/<artifactId>\s*([\w.-]+)/.exec(dependency)?.[1] ?? ''));
    return has(/^opentelemetry-api$/) && !has(/^opentelemetry-(?:sdk|exporter)/);
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
