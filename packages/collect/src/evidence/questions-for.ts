import { collectAlertmanager } from './alertmanager/collect-alertmanager.ts';
import { collectGithub } from './github/collect-github.ts';
import { collectGoogleCloud } from './google-cloud/collect-google-cloud.ts';
import { collectGrafana } from './grafana/collect-grafana.ts';
import { collectLoki } from './logs/collect-loki.ts';
import { collectNewRelic } from './new-relic/collect-new-relic.ts';
import { collectCalendar } from './on-call/collect-calendar.ts';
import { collectParca } from './profiles/collect-parca.ts';
import { collectPyroscope } from './profiles/collect-pyroscope.ts';
import { collectPrometheus } from './prometheus/collect-prometheus.ts';
import type { Context, Question } from './question.ts';
import { collectReports } from './reports/collect-reports.ts';
import { collectRepository } from './repository/collect-repository.ts';
import type { Source } from './source.ts';
import { jaegerStore } from './traces/jaeger-store.ts';
import { tempoStore } from './traces/tempo-store.ts';
import { traceQuestions } from './traces/trace-questions.ts';

/** Everything that a source can be asked about a service. Nothing is sent yet. */
export function questionsFor(source: Source, context: Context): readonly Question[] {
  const { manifest, client } = context;
  const { name } = manifest.service;
  switch (source.type) {
    case 'prometheus':
      return collectPrometheus(source, context);
    case 'alertmanager':
      return collectAlertmanager(source, context);
    case 'openslo':
      return collectRepository(source, context);
    case 'github':
      return collectGithub(source, context);
    case 'grafana':
      return collectGrafana(source, context);
    case 'jaeger':
      return traceQuestions(jaegerStore(source, manifest.selectors['jaeger']?.['service'] ?? name, client), context);
    case 'tempo':
      return traceQuestions(tempoStore(source, manifest.selectors['tempo']?.['service.name'] ?? name, client), context);
    case 'loki':
      return collectLoki(source, context);
    case 'pyroscope':
      return collectPyroscope(source, context);
    case 'parca':
      return collectParca(source, context);
    case 'google-cloud':
      return collectGoogleCloud(source, context);
    case 'newrelic':
      return collectNewRelic(source, context);
    case 'calendar':
      return collectCalendar(source, context);
    case 'flamestep':
      return collectReports(source, context);
  }
}
