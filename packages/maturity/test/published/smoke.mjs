/** What an installed package must be able to do, the same in Node and in a browser: read a file, judge, and name what is wrong. */
export function smoke(api) {
  const text = 'apiVersion: flamestep.io/v1\nkind: Service\nmetadata: { name: checkout }\nspec: { kind: backend, tier: 2 }\n';
  const { service } = api.readService(text);
  const assessment = api.assess(api.builtInModel, service, [], { now: '2026-11-16T12:00:00Z' });
  let refused = '';
  try {
    api.readService(text.replace('tier: 2', 'tier: 9'));
  } catch (error) {
    if (api.isMaturityError(error)) refused = error.message;
  }
  return { step: assessment.step, rated: assessment.rated, next: assessment.next.map(({ id }) => id), refused };
}
