import { holds } from '../evidence/built-in-kinds.ts';
import type { Check } from '../model/model.ts';

export const telemetryThroughApi = {
  id: 'telemetry-through-api',
  step: 0,
  weight: 20,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: { library: { gating: false, pass: holds('instrumentation-dependency.apiOnly') } },
  effort: 'S',
  docs: 'https://opentelemetry.io/docs/concepts/instrumentation/libraries/',
  text: {
    en: {
      title: 'It emits telemetry through the API only',
      motivation: 'Which SDK is used is for the application to choose.',
      evidence: 'It depends on the OpenTelemetry API and not on an SDK.',
      remediation: 'Depend on the API package, and move the SDK to the tests.',
    },
    ja: {
      title: 'APIだけでテレメトリを出す',
      motivation: 'どのSDKを使うかはアプリケーションが決める。',
      evidence: 'OpenTelemetryのAPIに依存し、SDKに依存しないこと。',
      remediation: 'APIパッケージに依存し、SDKはテストに移す。',
    },
  },
} as const satisfies Check;
