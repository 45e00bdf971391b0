import { expect, test } from 'vitest';
import { changelogSection } from './changelog-section.mjs';

const CHANGELOG = `# @flamestep/action

## 1.1.0

### Minor Changes

- Matrices.

## 1.0.0

- First release.
`;

test('a section is what stands below the version, up to the next', () => {
  expect(changelogSection(CHANGELOG, '1.1.0')).toBe('### Minor Changes\n\n- Matrices.');
  expect(changelogSection(CHANGELOG, '1.0.0')).toBe('- First release.');
});

test('a version that the changelog does not know is refused', () => {
  expect(() => changelogSection(CHANGELOG, '1.1')).toThrow('says nothing about 1.1.');
});
