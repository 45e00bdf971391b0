import { describe, expect, test } from 'vitest';
import { applyHunk, readmeSteps } from './readme-steps.mjs';

const README = `# A plugin

\`\`\`sh
yarn --cwd packages/app add @acme/plugin
\`\`\`

## New frontend system

\`\`\`diff
--- packages/app/src/App.tsx
 import a from 'a';
+import plugin from '@acme/plugin';
@@
-  features: [],
+  features: [plugin],
\`\`\`

\`\`\`yaml
# app-config.yaml
acme: {}
\`\`\`

## In other programs

\`\`\`ts
const example = 1;
\`\`\`

\`\`\`ts
// packages/backend/src/acme.ts
export const acme = 1;
\`\`\`
`;

describe('the steps of a README', () => {
  const [add, change, config, file, ...others] = readmeSteps(README);

  test('install what it says', () => {
    expect(add).toEqual({ kind: 'add', folder: 'packages/app', name: '@acme/plugin', system: undefined });
  });

  test('change files, for apps of the system that the heading names', () => {
    expect(change).toMatchObject({ kind: 'change', file: 'packages/app/src/App.tsx', system: 'new' });
    expect(change.hunks).toHaveLength(2);
    expect(config).toEqual({ kind: 'write', file: 'app-config.yaml', content: 'acme: {}\n', system: 'new' });
  });

  test('end with that heading, and leave out what belongs to no file', () => {
    expect(file).toEqual({
      kind: 'write',
      file: 'packages/backend/src/acme.ts',
      content: 'export const acme = 1;\n',
      system: undefined,
    });
    expect(others).toEqual([]);
  });

  test('need to know which file a diff is of', () => {
    expect(() => readmeSteps('```diff\n+a\n```\n')).toThrow("a diff does not begin with '--- FILE'");
  });
});

describe('a hunk', () => {
  const text = 'a\n  b\nc\n\nb\n';

  test('adds, takes away and replaces', () => {
    expect(applyHunk(text, ' a\n+  x\n   b\n')).toBe('a\n  x\n  b\nc\n\nb\n');
    expect(applyHunk(text, '-c\n')).toBe('a\n  b\n\nb\n');
    expect(applyHunk(text, '-c\n+d\n \n')).toBe('a\n  b\nd\n\nb\n');
  });

  test('has to fit in one place', () => {
    expect(() => applyHunk(text, ' b\n+x\n')).toThrow('this fits in 2 places');
    expect(() => applyHunk(text, ' z\n+x\n')).toThrow('this fits in 0 places');
  });
});
