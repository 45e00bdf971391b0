/** One line of Prometheus' text format. */
export interface MetricLine {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})?\s+(\S+)/;

/** Lines of the given metrics; comments and what cannot be read are passed over. */
export function readMetrics(text: string, names: readonly string[]): MetricLine[] {
  return text.split('\n').flatMap((line) => {
    if (!names.some((name) => line.startsWith(name))) return [];
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name === undefined || !names.includes(name)) return [];
    const pairs = [...labels.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map(([, label, text]) => [label, text]);
    return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
  });
}
