import { script as flameScript, scriptHash as flameScriptHash } from '@flamestep/flamegraph/script';
import { escapeHtml } from '../escape/escape-html.ts';
import { escapeJson } from '../escape/escape-json.ts';
import { pageScript, pageScriptHash, pageStylesHash } from '../generated/page.ts';
import type { Report } from '../model/report.ts';
import { leadProfile } from '../words/lead-profile.ts';
import { vocabularyOf } from '../words/vocabulary.ts';
import { iconSprite } from './icons.ts';
import { pageStyles } from './page-styles.ts';
import { profilePanel } from './profile-panel.ts';
import { verdictCard } from './verdict-card.ts';

/**
 * Renders a report as one HTML document: verdict, conditions, findings, flame graph where the report has trees, and the report itself
 * as JSON. It needs no other file and no network, and its content policy lets nothing else run. All text of the report is escaped.
 */
export function renderHtml(report: Report): string {
  const lead = leadProfile(report.profiles);
  const title = titleOf(report);
  const trees = report.trees ?? [];
  const policy = [
    "default-src 'none'",
    `script-src '${flameScriptHash}' '${pageScriptHash}'`,
    `style-src '${pageStylesHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style data-fs-flame>${pageStyles}</style>
</head>
<body>
${iconSprite}
<main>
<h1>${escapeHtml(title)}</h1>
${facts(report)}
<div class="stack">
${verdictCard(report, lead)}
${report.profiles.length === 0 ? '' : findingsCard(report, lead === undefined ? 0 : report.profiles.indexOf(lead))}
${trees.length === 0 ? '' : '<section class="card" id="flame" aria-label="Flame graph" tabindex="-1"><noscript><p class="note s">The flame graph is drawn by the script in this page, which is switched off here.</p></noscript></section>'}
</div>
</main>
<script type="application/json" id="report">${escapeJson(report)}</script>
${trees.length === 0 ? '' : `<script>${flameScript}</script>`}
<script>${pageScript}</script>
</body>
</html>
`;
}

function titleOf({ subject }: Report): string {
  const { pullRequest, title, commit } = subject.head;
  const name = pullRequest === undefined ? subject.name : `PR #${pullRequest}`;
  const detail = pullRequest === undefined ? commit?.slice(0, 7) : title;
  return `Report: ${detail === undefined ? name : `${name}, ${detail}`}`;
}

function facts({ subject }: Report): string {
  const { pullRequest, commit, label } = subject.head;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Service', pullRequest === undefined ? undefined : subject.name],
    ['Profile', subject.profile],
    ['Leg', subject.leg],
    // Of what is no commit the label is the name of files, which stands under the conditions.
    ['Branch', pullRequest === undefined && commit === undefined ? undefined : label],
  ];
  const items = all.flatMap(([label, value]) =>
    value === undefined ? [] : [`<div><dt>${label}</dt><dd>${escapeHtml(value, 300)}</dd></div>`],
  );
  return items.length === 0 ? '' : `<dl class="facts">${items.join('')}</dl>`;
}

function findingsCard({ profiles }: Report, chosen: number): string {
  const tabs = profiles.map((profile, i) => {
    const found = profile.findings.length + profile.omitted.findings;
    return `<button type="button" class="btn" id="tab-${i}" data-profile="${i}" aria-controls="profile-${i}">${escapeHtml(vocabularyOf(profile).measure)} (${found})</button>`;
  });
  return `<section class="card" id="findings" data-chosen="${chosen}" aria-label="Findings">
<div class="cardhead"><h2>Findings</h2><div class="tabs" id="tabs" aria-label="Sample types" hidden>${tabs.join('')}</div></div>
${profiles.map((profile, i) => profilePanel(profile, i, i === chosen)).join('\n')}
<p class="downloads" id="downloads" hidden><button type="button" class="link" id="download-csv">Table as CSV</button> · <button type="button" class="link" id="download-json">Report as JSON</button></p>
</section>`;
}
