import { collectAlertmanager } from './alertmanager/collect-alertmanager.ts';
import { collectGithub } from './github/collect-github.ts';
import { collectPrometheus } from './prometheus/collect-prometheus.ts';
import { collectRepository } from './repository/collect-repository.ts';
import type { Context, Question } from './question.ts';
import type { Source } from './source.ts';

/** Everything that a source can be asked about a service. Nothing is sent yet. */
export function questionsFor(source: Source, context: Context): readonly Question[] {
  switch (source.type) {
    case 'prometheus':
      return collectPrometheus(source, context);
    case 'alertmanager':
      return collectAlertmanager(source, context);
    case 'openslo':
      return collectRepository(source, context);
    case 'github':
      return collectGithub(source, context);
  }
}
