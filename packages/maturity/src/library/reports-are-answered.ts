import { atMost, holds } from '../evidence/built-in-kinds.ts';
import { all, any } from '../model/conditions.ts';
import type { Check } from '../model/model.ts';

export const reportsAreAnswered = {
  id: 'reports-are-answered',
  step: 1,
  weight: 30,
  lifecycle: 'stable',
  exemptible: true,
  requires: [],
  prematureSeverity: 'warning',
  kinds: {
    library: {
      gating: true,
      pass: all(
        holds('triage-contact.contact'),
        any(atMost('triage-contact.firstResponseMedian', 7), atMost('triage-contact.reports', 0)),
      ),
    },
  },
  effort: 'M',
  docs: 'https://docs.github.com/en/code-security/getting-started/adding-a-security-policy-to-your-repository',
  text: {
    en: {
      title: 'Reports are answered',
      motivation: 'The users of a library are its alert.',
      evidence: 'A published contact, and a first response within 7 days (median), or nobody who reported anything in 90 days.',
      remediation: 'Publish a contact, and look through new issues every week.',
    },
    ja: {
      title: '報告に応えている',
      motivation: 'ライブラリの利用者が、その警報である。',
      evidence: '連絡先が公開され、初回応答の中央値が7日以内か、90日間に報告がないこと。',
      remediation: '連絡先を公開し、毎週新しいissueを見る。',
    },
  },
} as const satisfies Check;
