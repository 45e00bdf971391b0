import { expect, test } from 'vitest';
import { needNode } from './need-node.mjs';

test.each(['18.0.0', '20.19.5', '22.23.2', '26.1.0'])('Node %s is new enough', (version) => {
  expect(needNode(version)).toBeUndefined();
});

test.each(['8.17.0', '16.20.2'])('Node %s is told to be too old', (version) => {
  expect(needNode(version)).toContain(`This is Node ${version}; 18 or newer is needed`);
});
