/** Variables with which git ties whatever it starts, a hook for example, to the tree in which it was called. */
const TREE_VARIABLES = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
];

/** An environment in which git finds its repository by the folder, as it must where there are two trees. */
export function treeEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !TREE_VARIABLES.includes(name)));
}
