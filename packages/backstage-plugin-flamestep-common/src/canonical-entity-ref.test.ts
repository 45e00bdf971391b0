import { expect, test } from 'vitest';
import { canonicalEntityRef } from './canonical-entity-ref.ts';
import { servicePath } from './service-path.ts';

test('one spelling for every reference', () => {
  expect(canonicalEntityRef('Component:Default/Checkout')).toBe('component:default/checkout');
  expect(canonicalEntityRef('payments', 'Group')).toBe('group:default/payments');
  expect(canonicalEntityRef('group:shop/Payments', 'user')).toBe('group:shop/payments');
  expect(() => canonicalEntityRef('')).toThrow();
  expect(() => canonicalEntityRef('payments')).toThrow();
});

test('a reference is a path', () => {
  expect(servicePath('Component:shop/Check_Out')).toBe('/v1/services/component/shop/check_out');
});
