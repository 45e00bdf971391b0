/** An account of New Relic. Its key is looked up as the credential of the API's origin, and sent as `API-Key`. */
export interface NewRelicSource {
  readonly type: 'newrelic';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Id of the account. */
  readonly account: number;
  /** `https://api.newrelic.com/graphql` when left out; that of the EU is `https://api.eu.newrelic.com/graphql`. */
  readonly url?: string | undefined;
}

/** The API of accounts in the US. */
export const NEW_RELIC_API = 'https://api.newrelic.com/graphql';
