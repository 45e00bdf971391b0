import { describeRequirement } from '../../packages/maturity/src/index.ts';

const EFFORTS = { S: 'up to a day', M: 'some days', L: 'weeks' };
const KINDS = { backend: 'backend', web: 'web', mobile: 'mobile', batch: 'batch', library: 'library' };

/**
 * The page about every check of the models. `collected`: for each kind of evidence the types of sources that the collectors ask for it,
 * by kinds of services, as `collectedKinds` of the collectors' tests tells it.
 */
export function renderChecks(models, collected) {
  return `${[intro(), ...models.flatMap((model) => [overview(model), ...steps(model, collected)])].join('\n\n')}\n`;
}

function intro() {
  return `<!-- Written by \`npm run docs:checks\` from the models; change those. -->

# What the maturity model asks

Every check of the built-in models: why it is there, what counts as evidence, what must hold, and what to do when it does not. A service is
on the first step whose gate is still shut, so read from the top: what stands first is to be done first.

- **●** gates: the step's gate stays shut while it is not met. **○** counts towards the 80 % of the step's weight that the gate needs as well.
  **–** is not asked of this kind of service.
- What is not known earns nothing and stays in the sum. What is only declared (an \`o11y.yaml\` says so) earns half, and opens no gate above step 0.
- *Effort* is what it takes to get there: S ${EFFORTS.S}, M ${EFFORTS.M}, L ${EFFORTS.L}.
- *Window* is the time that is judged, *holds* how long an answer counts as new. With twice that it is unknown.
- *Asked* names the sources that \`flamestep maturity\` asks by itself. Evidence from anywhere else is read from a file: \`--evidence\`.
- A limit with \`spec.limits\` can be stated by the service in \`o11y.yaml\`; a team's own model can change all of them.`;
}

function overview(model) {
  const title = model.kinds.includes('library') ? 'Libraries' : 'Services';
  const about = model.kinds.includes('library')
    ? 'A library has no runtime of its own. It has a small model with two gates, and does not count among services.'
    : 'For backends, web front ends, mobile apps and batch jobs.';
  const rows = model.checks.map(({ id, step, weight, effort, kinds, text }) => {
    const marks = model.kinds.map((kind) => (kinds[kind] === undefined ? '–' : kinds[kind].gating ? '●' : '○'));
    return `| ${step} | [${text.en.title}](#${id}) | ${marks.join(' | ')} | ${weight} | ${effort} |`;
  });
  const head = ['step', 'check', ...model.kinds, 'weight', 'effort'];
  const line = head.map((name) => (name === 'check' ? '---' : ':-:'));
  return `## ${title}\n\n${about}\n\n| ${head.join(' | ')} |\n| ${line.join(' | ')} |\n${rows.join('\n')}`;
}

function steps(model, collected) {
  return model.steps.flatMap(({ id, name, gateThreshold, sustainDays }) => {
    const own = model.checks.filter(({ step }) => step === id);
    if (own.length === 0) return [];
    const level = model.kinds.includes('library') ? 'Libraries, step' : 'Step';
    const gate = `The gate opens with every ● met and ${gateThreshold * 100} % of the weight, and counts when that has lasted ${sustainDays} days.`;
    return [`## ${level} ${id}: ${name.en}\n\n${name.ja}. ${gate}`, ...own.map((check) => section(model, check, collected))];
  });
}

function section(model, check, collected) {
  const { id, weight, effort, docs, text, exemptible } = check;
  const { title, motivation, evidence, remediation } = text.en;
  const facts = [
    `\`${id}\``,
    `weight ${weight}`,
    `effort ${effort}, ${EFFORTS[effort]}`,
    ...(exemptible ? [] : ['no exemption']),
  ];
  const parts = [
    `<a id="${id}"></a>\n\n### ${title}`,
    facts.join(' · '),
    motivation,
    `**Evidence.** ${evidence}`,
    `**To get there.** ${remediation} [Read on](${docs}).`,
    ...needs(model, check),
    ...criteria(model, check),
    sources(model, check, collected),
  ];
  return parts.join('\n\n');
}

function needs(model, { requires, prematureSeverity }) {
  if (requires.length === 0) return [];
  const link = (id) => `[${model.checks.find((check) => check.id === id).text.en.title}](#${id})`;
  const words = requires.map((one) => (typeof one === 'string' ? link(one) : `one of ${one.anyOf.map(link).join(', ')}`));
  const early =
    prematureSeverity === 'danger' ? 'Before that it is dangerous: it is shown as such' : 'Before that it is premature: shown';
  return [`**First.** ${words.join('; ')}. ${early}, and not counted.`];
}

/** What must hold; kinds of services of which the same is asked stand together. */
function criteria(model, { kinds }) {
  const groups = new Map();
  for (const kind of model.kinds.filter((one) => kinds[one] !== undefined)) {
    const { gating, pass } = kinds[kind];
    const key = JSON.stringify([gating, pass]);
    const group = groups.get(key) ?? { gating, pass, names: [] };
    group.names.push(KINDS[kind]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ gating, pass, names }) => {
    const mark = gating ? '● ' : '○ ';
    return `${mark}**${names.join(', ')}**\n\n${list(model, pass, evidenceOf(pass).length > 1)}`;
  });
}

/** Where several kinds of evidence are read, each comparison says of which it is. */
function list(model, condition, isNamed, depth = 0) {
  const indent = '  '.repeat(depth);
  if (!('least' in condition)) {
    const about = isNamed ? `*${model.evidence[condition.evidence].title.en}*: ` : '';
    return `${indent}- ${about}${requirement(model, condition)}`;
  }
  const { least, of } = condition;
  const parts = (inner) => of.map((part) => list(model, part, isNamed, inner)).join('\n');
  // That all of a list must hold is what a list says.
  if (least === of.length) return depth === 0 ? parts(0) : `${indent}- all of:\n${parts(depth + 1)}`;
  return `${indent}- ${least === 1 ? 'one of' : `${least} of`}:\n${parts(depth + 1)}`;
}

/** Of a flag that must be set, what it tells is all there is to say. */
function requirement(model, measure) {
  const { evidence, field, is } = measure;
  return is === true ? model.evidence[evidence].fields[field].label.en : describeRequirement(model, measure, 'en');
}

function sources(model, { kinds }, collected) {
  const byEvidence = new Map();
  for (const kind of model.kinds.filter((one) => kinds[one] !== undefined)) {
    for (const id of evidenceOf(kinds[kind].pass)) byEvidence.set(id, [...(byEvidence.get(id) ?? []), kind]);
  }
  const rows = [...byEvidence].map(([id, asking]) => {
    const { title, windowDays, ttlDays } = model.evidence[id];
    const asked = [...new Set(asking.flatMap((kind) => collected(kind).get(id) ?? []))];
    const from = asked.length === 0 ? 'nobody yet' : asked.map(nameOf).join(', ');
    return `| ${title.en} | \`${id}\` | ${from} | ${windowDays === 0 ? 'now' : days(windowDays)} | ${days(ttlDays)} |`;
  });
  return `| evidence | kind | asked | window | holds |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function evidenceOf(condition) {
  return 'least' in condition ? [...new Set(condition.of.flatMap(evidenceOf))] : [condition.evidence];
}

function nameOf(type) {
  return type === 'manifest' ? '`o11y.yaml`' : type;
}

function days(count) {
  if (count >= 365) return `${Math.round(count / 365)} years`;
  if (count < 1) return `${Math.round(count * 24)} hours`;
  return count === 1 ? '1 day' : `${count} days`;
}
