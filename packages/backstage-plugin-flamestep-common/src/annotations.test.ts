import { expect, test } from 'vitest';
import { isFlamestepAvailable } from './annotations.ts';

const component = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', ...(annotations && { annotations }) },
});

test('an entity is available that names its service', () => {
  expect(isFlamestepAvailable(component({ 'flamestep.io/service': 'checkout' }))).toBe(true);
  expect(isFlamestepAvailable(component({ 'flamestep.io/service': '' }))).toBe(false);
  expect(isFlamestepAvailable(component({ 'github.com/project-slug': 'shop/checkout' }))).toBe(false);
  expect(isFlamestepAvailable(component())).toBe(false);
});
