import { expect, test } from 'vitest';
import { readEntity } from './read-entity.ts';

const options = { types: { service: 'backend', website: 'web' }, tier: 3 } as const;
const entity = (annotations: Record<string, string>, spec = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'Checkout', namespace: 'Shop', annotations },
  spec,
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/Payments' },
    { type: 'partOf', targetRef: 'system:default/shop' },
  ],
});

test('what the catalog says, in one spelling', () => {
  expect(
    readEntity(
      entity(
        { 'flamestep.io/service': 'checkout', 'flamestep.io/tier': '1', 'github.com/project-slug': 'Shop/Checkout' },
        { type: 'website', lifecycle: 'experimental', owner: 'somebody-else' },
      ),
      options,
    ),
  ).toMatchObject({
    entityRef: 'component:shop/checkout',
    owners: ['group:default/payments'],
    serviceName: 'checkout',
    repository: 'shop/checkout',
    kind: 'web',
    tier: 1,
    lifecycle: 'experimental',
  });
});

test('what it does not say, or says wrongly, has a default', () => {
  const read = readEntity(
    entity({ 'flamestep.io/tier': 'gold', 'github.com/project-slug': 'https://github.com/a/b' }, { type: 7 }),
    options,
  );
  expect(read).toMatchObject({
    serviceName: undefined,
    repository: undefined,
    kind: 'backend',
    tier: 3,
    lifecycle: 'production',
  });
});

test.each([
  ['https://example.com/o11y.yaml', {}, 'https://example.com/o11y.yaml'],
  [
    './o11y.yaml',
    { 'backstage.io/source-location': 'url:https://github.com/a/b/tree/main/' },
    'https://github.com/a/b/tree/main/o11y.yaml',
  ],
  [
    'o11y.yaml',
    { 'backstage.io/managed-by-location': 'url:https://github.com/a/b/blob/main/catalog-info.yaml' },
    'https://github.com/a/b/blob/main/o11y.yaml',
  ],
  ['file:///etc/passwd', {}, undefined],
  ['/etc/passwd', { 'backstage.io/managed-by-location': 'file:/srv/catalog-info.yaml' }, undefined],
  ['./o11y.yaml', {}, undefined],
])('a service file %s %o', (manifest, annotations, url) => {
  expect(readEntity(entity({ 'flamestep.io/manifest': manifest, ...annotations }), options).manifestUrl).toBe(url);
});
