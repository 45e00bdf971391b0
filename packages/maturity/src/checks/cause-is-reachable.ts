import { atLeast, holds, lacks } from '../evidence/built-in-kinds.ts';
import { all, any } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const explained = any(atLeast('trace-causes.explainedShare', 0.8), holds('profiles.cpu'));

export const causeIsReachable = {
  id: 'cause-is-reachable',
  step: 0,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: {
      gating: true,
      pass: all(
        explained,
        any(lacks('trace-causes.database'), atLeast('trace-causes.statementShare', 0.9)),
        atLeast('log-stream.traceIdShare', 0.5),
      ),
    },
    batch: { gating: true, pass: explained },
    web: { gating: true, pass: all(holds('symbols.uploaded'), holds('client-spans.components')) },
    mobile: { gating: true, pass: holds('symbols.uploaded') },
  },
  effort: 'M',
  docs: 'https://grafana.com/docs/pyroscope/latest/',
  text: {
    en: {
      title: 'The cause can be reached',
      motivation:
        'Seeing a symptom is monitoring. Reaching its cause, such as a query or a regular expression, is observability.',
      evidence:
        'Spans explain 80 % of the slowest traces, or there are CPU profiles; database spans carry their statement; half of the logs a trace id. For web source maps and component spans, for mobile the symbols of the current release.',
      remediation:
        'Turn on continuous profiling on one instance, add the trace id to the logs, upload source maps and symbols on release.',
    },
    ja: {
      title: '原因までたどり着ける',
      motivation: '症状が見えるのは監視。SQLや正規表現といった原因までたどり着けるのがオブザーバビリティ。',
      evidence:
        '最も遅いトレースの80 %をスパンが説明するかCPUプロファイルがあること。DBスパンに文があり、ログの半分にtrace idがあること。Webはソースマップとコンポーネントのスパン、モバイルは現行リリースのシンボル。',
      remediation:
        '1インスタンスで継続プロファイリングを有効にし、ログにtrace idを付け、リリース時にソースマップとシンボルを送る。',
    },
  },
} as const satisfies Check;
