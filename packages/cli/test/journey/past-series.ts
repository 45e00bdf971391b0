const MINUTE = 60;
const DAY = 86_400;
const FAMILY = 'http_server_request_duration_seconds';

type Points = Iterable<readonly [time: number, value: number]>;

/**
 * What a service of some months has in its Prometheus, in seconds since 1970: requests that took less than 0.1 s, one of a hundred of
 * them failed; probes; and three pages.
 */
export function pastSeries(service: string, now: number): Record<string, Points> {
  const labels = `service="${service}",route="/orders"`;
  const bucket = (bound: string) => `${FAMILY}_bucket{${labels},code="200",le="${bound}"}`;
  return {
    [`${FAMILY}_count{${labels},code="200"}`]: counter(now, 0.99),
    [`${FAMILY}_count{${labels},code="500"}`]: counter(now, 0.001),
    [bucket('0.05')]: counter(now, 0),
    [bucket('0.1')]: counter(now, 0.99),
    [bucket('0.14')]: counter(now, 0.99),
    [bucket('+Inf')]: counter(now, 0.99),
    [`probe_success{service="${service}",location="tokyo"}`]: gauge(now),
    [`ALERTS{alertname="CheckoutErrors",alertstate="firing",severity="page",service="${service}"}`]: ringing(now),
  };
}

/** Every two minutes of the last 8 days, every five before. */
function* times(now: number): Generator<number> {
  for (let time = now - 92 * DAY; time < now - 8 * DAY; time += 5 * MINUTE) yield time;
  for (let time = now - 8 * DAY; time <= now; time += 2 * MINUTE) yield time;
}

function* counter(now: number, perSecond: number): Points {
  const start = now - 92 * DAY;
  for (const time of times(now)) yield [time, perSecond * (time - start)];
}

function* gauge(now: number): Points {
  for (const time of times(now)) yield [time, 1];
}

function* ringing(now: number): Points {
  for (const daysAgo of [70, 45, 35]) {
    for (let minute = 0; minute < 20; minute++) yield [now - daysAgo * DAY + minute * MINUTE, 1];
  }
}
