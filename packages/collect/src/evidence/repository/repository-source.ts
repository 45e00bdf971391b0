/** Files of a repository, read by the caller: SLOs of OpenSLO, Sloth and Pyrra. Other files are passed over. */
export interface RepositorySource {
  readonly type: 'openslo';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** By path: the text of each YAML file. */
  readonly files: Readonly<Record<string, string>>;
  /** By path: ISO 8601 of the last change, as `git log -1 --format=%cI` tells it. */
  readonly changed?: Readonly<Record<string, string>> | undefined;
}
