import { expect, test } from 'vitest';
import { describeMachine } from './describe-machine.ts';

const epyc = { platform: 'linux', arch: 'x64', cpus: Array(4).fill({ model: 'AMD EPYC 7763 64-Core  Processor ' }) };

test("GitHub's own runners are told apart by image, version and processor", () => {
  expect(
    describeMachine({ ImageOS: 'ubuntu24', ImageVersion: '20260914.1.0', RUNNER_ENVIRONMENT: 'github-hosted' }, epyc),
  ).toEqual({
    os: 'linux',
    arch: 'amd64',
    cpu: 'AMD EPYC 7763 64-Core Processor',
    cores: 4,
    runner: 'ubuntu-24.04 20260914.1.0',
  });
});

test.each([
  ['win25', 'windows-2025'],
  ['macos15', 'macos-15'],
  ['something', 'something'],
])('%s is called %s', (ImageOS, runner) => {
  expect(describeMachine({ ImageOS }, epyc).runner).toBe(runner);
});

test('what is not known is left out', () => {
  const arm = { platform: 'linux', arch: 'arm64', cpus: [{ model: 'unknown' }] };
  expect(describeMachine({}, arm)).toEqual({ os: 'linux', arch: 'arm64', cores: 1 });
  expect(describeMachine({ RUNNER_ENVIRONMENT: 'self-hosted' }, arm).runner).toBe('self-hosted');
});

test('this machine has an operating system and an architecture', () => {
  expect(describeMachine({})).toMatchObject({ os: expect.any(String), arch: expect.any(String) });
});
