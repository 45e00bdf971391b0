/**
 * Assesses a fleet: 10,000 services with 40 checks each, of mixed health, from 40 and more records of evidence a service.
 *
 *   npm run bench -w packages/maturity
 */
import { assess, builtInModel, type Evidence, type Model, rollUp, type Service } from '../src/index.ts';
import { NOW, perfectWorld, serviceOf, worldOf } from '../test/worlds/worlds.ts';

const SERVICES = 10_000;
const CHECKS = 40;

const applicable = builtInModel.checks.filter(({ kinds }) => kinds.backend !== undefined);
// As an organisation would: the built-in checks and some of its own, which ask for the same evidence.
const own = applicable
  .filter(({ lifecycle }) => lifecycle === 'stable')
  .slice(0, CHECKS - applicable.length)
  .map((check) => ({ ...check, id: `acme-${check.id}`, requires: [] }));
const model: Model = { ...builtInModel, id: 'acme', checks: [...applicable, ...own] };

const perfect = perfectWorld(model, 'backend');
const worlds: readonly (readonly Evidence[])[] = [
  perfect,
  perfect.filter((_, index) => index % 3 !== 0),
  perfect.filter((_, index) => index % 7 !== 0).concat(worldOf(model, applicable[5], 'backend', false)),
  [],
];
const fleet = Array.from({ length: SERVICES }, (_, index): [Service, Evidence[]] => {
  const name = `service-${index}`;
  const evidence = worlds[index % worlds.length].map((record) => ({ ...record, subject: name }));
  return [serviceOf('backend', { name }), evidence];
});

const cpuBefore = process.cpuUsage();
const started = performance.now();
const summary = rollUp(assessments());
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);

console.log(
  `${SERVICES} services, ${model.checks.length} checks each, ${fleet[0][1].length} records of evidence for a full service`,
);
console.log(`assess and roll up  ${seconds.toFixed(2)} s, of which ${((user + system) / 1e6).toFixed(2)} s of processor time`);
console.log(`by step  ${summary.tiers.map(({ steps, notRated }) => `${steps.join(' ')}, not rated ${notRated}`).join('; ')}`);

function* assessments() {
  for (const [service, evidence] of fleet) yield assess(model, service, evidence, { now: NOW });
}
