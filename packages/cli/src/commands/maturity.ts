import { assess, modelForKind, simulate } from '@flamestep/maturity';
import type { Assessment } from '@flamestep/maturity';
import { createPaint } from '@flamestep/report';
import type { OptionValues } from '../arguments/option-table.ts';
import { CliError } from '../cli-error.ts';
import { isSwitchedOn } from '../environment-switch.ts';
import type { Io } from '../io.ts';
import { gatherEvidence } from '../maturity/gather-evidence.ts';
import { demandCheck, demandStep, parseChanges } from '../maturity/parse-changes.ts';
import { MANIFEST, readManifestFile, readModelFile } from '../maturity/read-input.ts';
import { renderCheck } from '../maturity/render-check.ts';
import { renderMarkdown } from '../maturity/render-markdown.ts';
import { renderText } from '../maturity/render-text.ts';
import type { TerminalView } from '../maturity/view-of.ts';
import { writeResult } from '../write-result.ts';
import type { RunCommand } from './command.ts';

const CHECK_FAILED = 1;
const CUT_OFF = 2;
/** As shells report a program that Ctrl-C ended. */
const INTERRUPTED = 130;
const WIDTH = { least: 80, usual: 100, most: 120 };

export const runMaturity: RunCommand = async ({ operands, options }, io) => {
  const [file = MANIFEST, ...others] = operands;
  if (others.length > 0) throw new CliError('usage', `maturity takes one service file, not ${operands.length}`);
  const manifest = readManifestFile(file, io);
  const { service } = manifest;
  const model = options.model === undefined ? modelForKind(service.kind) : readModelFile(options.model, io);
  if (!model.kinds.includes(service.kind)) {
    throw new CliError(
      'input',
      `${file} is a service of kind ${service.kind}; model ${model.id} judges ${model.kinds.join(', ')}`,
    );
  }
  // Before anybody is asked: a wrong word should not cost the time of a collection.
  const changes = parseChanges(options.simulate, model);
  const leastStep = demandStep(options['fail-under'], model);
  if (options.explain !== undefined) demandCheck(options.explain, model, '--explain');
  if (options.explain !== undefined && options.format === 'markdown') {
    throw new CliError('usage', '--explain writes text and json, not markdown');
  }

  const gathered = await gatherEvidence(manifest, options, io);
  if (gathered === undefined) return INTERRUPTED;
  const now = new Date(io.now());
  const before = assess(model, service, gathered.evidence, { now });
  const isSimulated = options.simulate.length > 0;
  const assessment = isSimulated ? simulate(model, service, gathered.evidence, changes, { now }) : before;
  const view: TerminalView = {
    assessment,
    model,
    checks: new Map(model.checks.map((check) => [check.id, check])),
    simulated: isSimulated ? { changes: Object.entries(changes).map((change) => change.join('=')), before } : undefined,
    locale: options.lang ?? 'en',
    now: now.getTime(),
    paint: createPaint(options.output === undefined && io.isTerminal.stdout && !isSwitchedOn(io.env['NO_COLOR'])),
    width: Math.max(WIDTH.least, Math.min(WIDTH.most, io.columns() ?? WIDTH.usual)),
  };
  writeAssessment(view, options, io);
  if (leastStep !== undefined && isBelow(assessment, leastStep)) return CHECK_FAILED;
  return gathered.isCutOff ? CUT_OFF : undefined;
};

/** What is not rated is below every step: nobody has seen that it is on one. */
function isBelow({ rated, step }: Assessment, least: number): boolean {
  return !rated || step < least;
}

function writeAssessment(view: TerminalView, { explain, format, output }: OptionValues, io: Io): void {
  const { assessment, model } = view;
  if (explain === undefined) {
    if (format === 'json') writeResult(asJson(assessment), output, io);
    else if (format === 'markdown') writeResult(renderMarkdown(view), output, io);
    else writeResult(renderText(view), output, io, true);
    return;
  }
  const check = model.checks.find(({ id }) => id === explain)!;
  const finding = assessment.findings.find((one) => one.check === explain)!;
  if (format !== 'json') writeResult(renderCheck(view, check, finding), output, io, true);
  else
    writeResult(
      asJson({
        check,
        finding,
        evidence: evidenceOf(
          finding.measures.map(({ rests }) => rests),
          assessment,
        ),
      }),
      output,
      io,
    );
}

function evidenceOf(ids: readonly (string | undefined)[], { evidence }: Assessment) {
  return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : [evidence[id]]));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
