export interface Config {
  backend?: {
    auth?: {
      externalAccess?: Array<{
        /** `github-actions` for tokens of GitHub Actions; other types are Backstage's own. */
        type: string;
        /** Of the type `github-actions`: whose tokens may send reports. */
        options: {
          /** Default: https://token.actions.githubusercontent.com. On GitHub Enterprise Server: https://HOST/_services/token */
          issuer?: string;
          /** Whom tokens must be for: the URL of this portal. Required. */
          audience?: string | string[];
          /** Ids of the accounts whose repositories may send. This or `repositories` is required; both given, both must hold. */
          ownerIds?: Array<string | number>;
          /** Repositories that may send: `owner/name` or `owner/*`. */
          repositories?: string[];
          /** Events of workflows that may send. Default: push, pull_request, merge_group, schedule, workflow_dispatch. */
          events?: string[];
          /** Refs that may send, such as `refs/heads/main`; `*` stands for a whole part. Default: all. */
          refs?: string[];
          /** Options of other types. */
          [option: string]: unknown;
        };
        /** What Backstage itself reads, such as `accessRestrictions`. */
        [key: string]: unknown;
      }>;
    };
  };
}
