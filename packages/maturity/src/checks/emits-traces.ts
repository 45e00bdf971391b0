import { atLeast, atMost } from '../evidence/built-in-kinds.ts';
import { all } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

const linkedSpans = all(atLeast('client-spans.spans', 1), atLeast('client-spans.linkedShare', 0.5));

export const emitsTraces = {
  id: 'emits-traces',
  step: 0,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    backend: {
      gating: true,
      pass: all(
        atLeast('trace-sample.traces', 20),
        atMost('trace-sample.orphanShare', 0.1),
        atMost('trace-sample.clientRootShare', 0),
      ),
    },
    web: { gating: false, pass: linkedSpans },
    mobile: { gating: false, pass: linkedSpans },
    batch: { gating: false, pass: atLeast('run-traces.tracedShare', 0.95) },
  },
  effort: 'M',
  docs: 'https://opentelemetry.io/docs/concepts/signals/traces/',
  text: {
    en: {
      title: 'It emits traces that hang together',
      motivation: 'A request that crosses services can be followed only by its trace.',
      evidence:
        '20 traces in a day, at most 10 % of the spans without their parent, none that begin with a CLIENT span; for web and mobile half of the client spans linked to a backend trace; for a job a trace per run.',
      remediation: 'Turn on trace instrumentation and pass the trace context on in every call, also through queues.',
    },
    ja: {
      title: 'つながったトレースを出している',
      motivation: 'サービスをまたぐリクエストは、トレースでしか追えない。',
      evidence:
        '1日に20件以上のトレースがあり、親のないスパンが10 %以下で、CLIENTスパンから始まらないこと。Webとモバイルはクライアントスパンの半分がバックエンドのトレースと結び付くこと。ジョブは実行ごとに1件。',
      remediation: 'トレースの計装を有効にし、キューも含む全ての呼び出しでコンテキストを引き継ぐ。',
    },
  },
} as const satisfies Check;
