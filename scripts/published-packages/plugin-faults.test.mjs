import { expect, test } from 'vitest';
import { faultsOfPlugin } from './plugin-faults.mjs';

const packages = ['@acme/backstage-plugin-acme', '@acme/backstage-plugin-acme-common'];
const frontend = {
  name: packages[0],
  backstage: { role: 'frontend-plugin', pluginId: 'flamestep', pluginPackages: packages, 'supported-versions': '1.55.0' },
  publishConfig: { access: 'public' },
  exports: { '.': './dist/index.js', './alpha': './dist/alpha.js', './package.json': './package.json' },
  dependencies: { '@backstage/ui': '^0.18.0', zod: '4.1.0' },
};
const siblings = [frontend, { name: packages[1], backstage: { role: 'common-library' } }];
const faults = (change) => faultsOfPlugin({ ...frontend, ...change }, siblings, '1.55.0');

test('a plugin in order has no fault', () => {
  expect(faults({})).toEqual([]);
});

test.each([
  [
    { backstage: { ...frontend.backstage, role: 'web-library' } },
    'backstage.role is web-library, and the name says frontend-plugin',
  ],
  [
    { backstage: { ...frontend.backstage, pluginPackages: [packages[0]] } },
    `backstage.pluginPackages are not ${packages.join(', ')}`,
  ],
  [
    { exports: { '.': './dist/index.js', './package.json': './package.json' } },
    'exports have no ./alpha for the new frontend system',
  ],
  [{ dependencies: { react: '^18.0.0' } }, 'react has to be a peer dependency: an app has one'],
  [{ dependencies: { '@backstage/ui': '0.18.0' } }, '@backstage/ui is asked for as 0.18.0: an app could not share its own'],
])('%j is told', (change, fault) => {
  expect(faults(change)).toEqual([fault]);
});
