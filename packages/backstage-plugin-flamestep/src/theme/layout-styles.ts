/** Measures and text. Below 720 px: one column, and tables become stacked rows. */
export const layoutStyles = `
.fsp { color: var(--fs-fg); font-size: var(--fs-text-m); line-height: 1.5; display: grid; gap: 24px; container: fsp / inline-size; }
.fsp > * { min-width: 0; }
:where(.fsp) h2 { font-size: var(--fs-text-xl); font-weight: 700; line-height: 1.3; margin: 0; }
:where(.fsp) h3 { font-size: var(--fs-text-m); font-weight: 700; margin: 0; }
:where(.fsp) :where(p, ul, ol, dl, dd, figure) { margin: 0; padding: 0; }
:where(.fsp) :where(ul, ol) { list-style: none; }
:where(.fsp) svg { display: block; max-width: 100%; }
:where(.fsp) text { font-family: inherit; }
.fsp a { color: var(--fs-link); text-decoration: underline; text-underline-offset: 2px; font-size: inherit; font-weight: inherit; }
:where(.fsp) code { font-family: var(--fs-mono); font-size: .92em; overflow-wrap: anywhere; }
.fsp-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 4px 16px; }
.fsp-assess { display: flex; flex-wrap: wrap; align-items: center; row-gap: 4px; } .fsp-assess > :first-child:not(:empty) { margin-right: 12px; }
.fsp-muted { color: var(--fs-fg-2); }
.fsp-s { font-size: var(--fs-text-s); }
.fsp-xs { font-size: var(--fs-text-xs); }
.fsp-num { font-variant-numeric: tabular-nums; white-space: nowrap; }
.fsp-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.fsp-mark { font-weight: 600; display: inline-flex; align-items: baseline; gap: 6px; white-space: nowrap; } .fsp-mark > .fsp-shape { align-self: center; }
.fsp .fsp-shape { flex: none; display: inline-block; vertical-align: -2px; }
.fsp-mark-pass { color: var(--fs-pass); } .fsp-mark-partial, .fsp-mark-premature { color: var(--fs-partial); }
.fsp-mark-fail { color: var(--fs-fail); } .fsp-mark-unknown { color: var(--fs-unknown); } .fsp-mark-exempt { color: var(--fs-exempt); }
.fsp-mark-slower { color: var(--fs-slower); } .fsp-mark-faster { color: var(--fs-faster); }
.fsp-mark-same, .fsp-mark-noise, .fsp-mark-stale, .fsp-mark-moved, .fsp-mark-not-applicable { color: var(--fs-fg-2); }
.fsp-failure { display: flex; gap: 10px; margin-bottom: 8px; } .fsp-failure .fsp-shape { margin-top: 3px; }
.fsp-loading { display: grid; gap: 12px; }
.fsp-code { background: var(--fs-bg-inset); border-radius: 4px; padding: 12px; margin: 12px 0 0; font: 12px/1.6 var(--fs-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.fsp-step { font-size: var(--fs-text-l); font-weight: 700; margin-top: 8px; }
.fsp-row { border-top: 1px solid var(--fs-line); margin-top: 14px; padding-top: 12px; }
.fsp-pair { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; align-items: baseline; margin-bottom: 4px; }
.fsp-next { background: var(--fs-bg-inset); border-radius: var(--fs-radius-s); padding: 12px 14px; margin-top: 16px; }
.fsp-note { border-left: 4px solid var(--fs-line-strong); background: var(--fs-bg-inset); border-radius: 4px; padding: 12px 16px; }
.fsp-warn { border-left-color: var(--fs-partial); background: var(--fs-bg-partial); }
.fsp h3 + .fsp-changes { margin-top: 6px; }
.fsp figure { margin-top: 14px; } .fsp figure + h3 { margin-top: 12px; } .fsp-measured + h3 { margin-top: 12px; }
.fsp-note li + li { margin-top: 8px; }
.fsp-top { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 320px); gap: 32px; }
.fsp-two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 24px; align-items: start; }
.fsp-blockers { display: grid; gap: 8px; margin: 10px 0 14px; }
.fsp-blockers li { display: grid; align-items: baseline; grid-template-columns: 88px minmax(0, 1fr); gap: 8px; }
.fsp-actions > li { display: grid; grid-template-columns: 28px minmax(0, 1fr) 130px 150px; gap: 12px; padding: 12px 0; border-top: 1px solid var(--fs-line); }
.fsp-actions > li:first-child { border-top: 0; padding-top: 0; }
.fsp-count { width: 26px; height: 26px; border: 1.5px solid var(--fs-fg); border-radius: 50%; display: grid; place-items: center; font-weight: 600; font-size: var(--fs-text-s); }
.fsp-label { display: block; font-size: var(--fs-text-xs); color: var(--fs-fg-2); }
.fsp-controls { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.fsp-table { border-collapse: collapse; width: 100%; font-size: var(--fs-text-s); }
.fsp-table th { font-size: var(--fs-text-xs); font-weight: 600; text-align: left; color: var(--fs-fg-2); padding: 6px 12px 6px 0; border-bottom: 1px solid var(--fs-line-strong); vertical-align: bottom; }
.fsp-table td { padding: 10px 12px 10px 0; border-bottom: 1px solid var(--fs-line); vertical-align: top; overflow-wrap: anywhere; }
.fsp-table .fsp-group th { background: var(--fs-bg-inset); color: var(--fs-fg); font-size: var(--fs-text-s); padding: 8px 12px; border-bottom: 0; }
.fsp-table td > span, .fsp-table td > b { display: block; } .fsp-table td > .fsp-mark { display: flex; }
.fsp-findings thead th:nth-child(1) { width: 104px; } .fsp-findings thead th:nth-child(2), .fsp-findings thead th:nth-child(3) { width: 22%; } .fsp-findings thead th:nth-child(5) { width: 56px; }
.fsp-table details.fsp-xs > summary { margin-top: 2px; font-size: inherit; }
.fsp-table code { display: block; font-size: 11.5px; line-height: 1.5; }
.fsp-changes { display: grid; gap: 6px; margin-top: 10px; }
.fsp-log { margin-top: 12px; }
.fsp-log li { display: grid; align-items: baseline; grid-template-columns: 76px minmax(0, 1fr) auto; gap: 12px; padding: 10px 0; border-top: 1px solid var(--fs-line); }
.fsp-log li > :nth-child(2) { min-width: 0; overflow-wrap: anywhere; }
.fsp details > summary { cursor: pointer; color: var(--fs-link); font-size: var(--fs-text-s); margin-top: 12px; }
.fsp-empty { border: 1px dashed var(--fs-line-strong); border-radius: 4px; padding: 14px 16px; }
.fsp-table tbody > tr > th[scope='row'] { font-size: var(--fs-text-s); font-weight: 600; color: var(--fs-fg); padding: 10px 12px 10px 0; border-bottom: 1px solid var(--fs-line); vertical-align: top; }
.fsp-table th .fsp-label { font-weight: 400; }
.fsp-tiers td > svg { margin-top: 3px; } .fsp-below { margin-top: 12px; }
.fsp-tiers thead th { font-weight: 400; } .fsp-tiers thead b { color: var(--fs-fg); }
.fsp-services { margin-top: 12px; } .fsp-services code { display: inline; } .fsp-services thead th:nth-child(2) { width: 44px; } .fsp-services thead th:nth-child(5) { width: 24%; }
.fsp-step-cell { display: flex; align-items: center; gap: 10px; } .fsp-step-cell > span > .fsp-mark { display: flex; font-weight: 400; }
.fsp-sort { all: unset; cursor: pointer; } .fsp-sort:hover { text-decoration: underline; } .fsp-sort:focus-visible { outline: 2px solid var(--fs-link); outline-offset: 2px; }
.fsp-lines li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px; padding: 10px 0; border-bottom: 1px solid var(--fs-line); font-size: var(--fs-text-s); }
.fsp-lines li:first-child { padding-top: 0; } .fsp-amount { text-align: right; font-variant-numeric: tabular-nums; }
.fsp-counts { margin-top: 12px; display: grid; gap: 4px; } .fsp-counts > div { display: grid; grid-template-columns: 110px minmax(0, 1fr); }
.fsp-figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px 24px; } .fsp-figure { font-size: var(--fs-text-xl); line-height: 1.3; }
.fsp-failing { margin-top: 16px; }
.fsp-filters > * { width: auto; flex: 0 1 auto; } .fsp-filters > :first-child { flex: 1 1 180px; max-width: 240px; } .fsp-last { margin-left: auto; }
.fsp-page-head h1 { font-size: var(--fs-text-2xl); font-weight: 700; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
.fsp-page-head dl { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; } .fsp-page-head dl > div { display: flex; gap: 8px; }
.fsp-page-head dt { color: var(--fs-fg-2); }
.fsp-verdict { font-size: var(--fs-text-l); } .fsp-verdict .fsp-shape { vertical-align: -2px; } .fsp-profile { display: grid; gap: 4px; } .fsp-profile + .fsp-profile { margin-top: 12px; }
.fsp-facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px 24px; } .fsp-facts dd { overflow-wrap: anywhere; }
.fsp-axis { display: flex; justify-content: space-between; gap: 8px; font-weight: 400; font-size: 11px; }
.fsp-functions-table thead th:nth-child(1) { width: 104px; } .fsp-functions-table thead th:nth-child(n+3) { width: 104px; } .fsp-functions-table thead th:nth-child(6) { width: 120px; }
.fsp-function { color: var(--fs-link); overflow-wrap: anywhere; } .fsp-functions-table .fsp-function { color: var(--fs-fg); font-weight: 700; }
.fsp-function { text-decoration: underline; text-underline-offset: 2px; } .fsp-section { scroll-margin-top: 12px; }
.fsp-pages { margin-top: 12px; justify-content: flex-end; } .fsp-empty .fsp-controls { margin-top: 10px; } .fsp-controls + .fsp-empty { margin-top: 16px; }
@container fsp (max-width: 720px) {
  .fsp-facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .fsp-stack.fsp-tiers tbody tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: 12px; }
  .fsp-stack.fsp-services tbody tr, .fsp-stack.fsp-functions-table tbody tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 12px; }
  .fsp-stack tbody th[scope='row'], .fsp-services td:nth-child(5), .fsp-functions-table td:nth-child(2), .fsp-functions-table [colspan] { grid-column: 1 / -1; }
  .fsp-amount { text-align: left; }
  .fsp-top, .fsp-two { grid-template-columns: minmax(0, 1fr); }
  .fsp-actions > li { grid-template-columns: 28px repeat(2, minmax(0, 1fr)); }
  .fsp-actions > li > :nth-child(2) { grid-column: 2 / -1; } .fsp-actions > li > :nth-child(3) { grid-column: 2; }
  .fsp-log li { grid-template-columns: 60px minmax(0, 1fr); } .fsp-log li > :nth-child(3) { grid-column: 2; }
  .fsp-stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .fsp-stack, .fsp-stack tbody, .fsp-stack tr, .fsp-stack td, .fsp-stack .fsp-group th, .fsp-stack tbody th { display: block; }
  .fsp-stack td, .fsp .fsp-stack tbody th[scope='row'] { border: 0; padding: 4px 0; } .fsp-last { margin-left: 0; } .fsp-stack tr { border-bottom: 1px solid var(--fs-line); padding: 8px 0; }
  .fsp-stack td::before { content: attr(data-label); display: block; font-size: var(--fs-text-xs); color: var(--fs-fg-2); }
}
`;
