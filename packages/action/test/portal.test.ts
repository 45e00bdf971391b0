import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { skipped, useShop } from './github-for-tests.ts';
import { noCertificates, type PortalForTests, startPortal } from './portal-for-tests.ts';
import { recorded, visible } from './shop.ts';

const AB = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'metrics', 'portal-token': 'hunter2-hunter2' };
const slower = { ...recorded('faster', 'base'), ...recorded('base', 'head') };

describe.skipIf((skipped ?? noCertificates) !== undefined)('a pull request whose report goes to a portal', () => {
  const world = useShop();
  let portal: PortalForTests;
  beforeEach(async () => {
    portal = await startPortal();
  });
  afterEach(() => portal.close());

  test('is linked to the flame graph in the portal, opened at what got slower', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const { environment, url } = portal;
    const step = await shop.stepFor(pull, { ...AB, 'portal-url': url }, { files: slower, environment });
    expect([step.code, step.annotations]).toEqual([0, []]);

    const [{ token, event, report, page }] = portal.received;
    expect([portal.received.length, token, event]).toEqual([1, 'Bearer hunter2-hunter2', 'pull_request']);
    expect(report.subject.head).toMatchObject({ commit: pull.head.sha, pullRequest: pull.number });
    const link = portalLink(visible(shop.comments()[0]));
    expect(`${link.origin}${link.pathname}`).toBe(page);
    const [type, at] = [link.searchParams.get('type'), link.searchParams.get('at')];
    const profile = report.profiles.find(({ sampleType }) => sampleType.type === type);
    expect(profile?.findings.map(({ name, verdict }) => [name, verdict])).toEqual([[at, 'slower']]);
    // The page draws this tree, and finds the function in it by its name.
    const tree = report.trees?.find(({ sampleType }) => sampleType.type === type);
    expect(tree?.names).toContain(at);
    expect(portalLink(step.summary).href).toBe(link.href);
  });

  test('that changes nothing is linked to the page as it opens', async () => {
    const { shop } = world;
    const files = { ...recorded('base', 'base'), ...recorded('base', 'head', 6, 10) };
    const { environment, url } = portal;
    await shop.stepFor(shop.openPullRequest(), { ...AB, comment: 'always', 'portal-url': url }, { files, environment });
    expect(portalLink(visible(shop.comments()[0])).href).toBe(portal.received[0]?.page);
  });

  describe('once it is on main', () => {
    const HEAD = { head: 'head/*.pb.gz', name: 'metrics', 'portal-token': 'hunter2-hunter2' };

    /** Main's report of a rebased pull request, whose commit does not name it. */
    async function mainReport(token = world.shop.writer) {
      const { shop } = world;
      const pull = shop.openPullRequest();
      pull.mergeCommit = shop.commitToMain().sha;
      [pull.state, pull.mergedAt] = ['closed', '2026-02-01T00:00:00Z'];
      const step = await shop.stepOnMain(
        { ...HEAD, 'github-token': token.value, 'portal-url': portal.url },
        {
          files: recorded('base', 'head'),
          environment: portal.environment,
          payload: { head_commit: { message: 'Use two rounds\n\nNot four.' } },
        },
      );
      expect([step.code, step.annotations]).toEqual([0, []]);
      const [{ event, report }] = portal.received;
      expect(event).toBe('push');
      return { pull, head: report.subject.head };
    }

    test('is named by its number, so that the portal can link it', async () => {
      const { pull, head } = await mainReport();
      expect(head).toEqual({ commit: pull.mergeCommit, label: 'main', title: `Hash with fewer rounds (#${pull.number})` });
    });

    test('is not known to a token that may not read pull requests: the commit keeps its own title', async () => {
      const { shop, github } = world;
      const permissions = { contents: 'read', actions: 'read' } as const;
      const { head } = await mainReport(github.state.issueToken({ repository: shop.repository, permissions }));
      expect(head.title).toBe('Use two rounds');
    });
  });

  test('that the portal cannot take is not linked to it', async () => {
    const { shop } = world;
    const { environment, url } = portal;
    const step = await shop.stepFor(
      shop.openPullRequest(),
      { ...AB, 'portal-url': `${url}/elsewhere` },
      { files: slower, environment },
    );
    expect(step.code).toBe(0);
    expect(step.annotations.map(({ message }) => message)).toEqual([expect.stringContaining('check portal-url')]);
    expect(visible(shop.comments()[0])).not.toContain('in the portal');
  });
});

function portalLink(markdown: string): URL {
  const [, address = ''] = /\[in the portal\]\((\S+?)\)/.exec(markdown) ?? [];
  return new URL(address.replaceAll('&amp;', '&'));
}
