const SERVICES = '/api/flamestep/v1/services';
const DEADLINE = 60_000;

/** Checks the API of a running app: nobody unknown gets in, a guest sees the service rated, CI can send a report. Resolves to its id. */
export async function askApi(url, { token, report }) {
  const stranger = await fetch(url + SERVICES);
  if (stranger.status !== 401) throw new Error(`without a token ${SERVICES} answers ${stranger.status}`);
  const guest = await signIn(url);
  await untilAssessed(url, guest);
  const sent = await fetch(`${url}/api/flamestep/v1/reports?repository=shop/checkout&branch=main&event=push`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: report,
  });
  if (sent.status !== 201) throw new Error(`a report is answered with ${sent.status}: ${await sent.text()}`);
  return (await sent.json()).id;
}

async function signIn(url) {
  const answer = await fetch(`${url}/api/auth/guest/refresh`, { headers: { 'x-requested-with': 'XMLHttpRequest' } });
  if (!answer.ok) throw new Error(`the guest cannot sign in: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).backstageIdentity.token;
}

/** A new entity is seen when the catalog has been read, and assessed when it is due. */
async function untilAssessed(url, token) {
  const until = Date.now() + DEADLINE;
  for (;;) {
    const answer = await fetch(url + SERVICES, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${SERVICES} answers ${answer.status}: ${await answer.text()}`);
    const { items } = await answer.json();
    const service = items.find(({ entityRef }) => entityRef === 'component:default/checkout');
    if (service?.assessedAt !== undefined) return;
    if (Date.now() > until)
      throw new Error(`${SERVICES} does not know the service, or has not assessed it: ${JSON.stringify(items)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
