/** What a summary says where `branch` has no baseline: markdown, with the lines of a workflow that make one. */
export function howToKeepBaselines(branch: string): string {
  return [
    '#### How to get a baseline',
    '',
    'Runs of this workflow on the base branch keep one. Have it run there too, with the same `key`, and compare from the next run on:',
    '',
    '```yaml',
    'on:',
    '  pull_request:',
    '  push:',
    `    branches: [${asYaml(branch)}]`,
    'permissions:',
    '  contents: read',
    '  actions: read # to find the baseline',
    '  pull-requests: write # to comment',
    '```',
    '',
    'Or measure both sides in this job, on one machine, and give the profiles of the base as `base`.',
  ].join('\n');
}

/** A branch's name may be anything but white space; most are plain. */
function asYaml(branch: string): string {
  return /^[A-Za-z][\w./-]*$/.test(branch) ? branch : JSON.stringify(branch);
}
