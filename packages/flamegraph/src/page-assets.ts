import { flamegraphStyles } from './styles.ts';

const layout = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--fs-bg-page);color:var(--fs-fg);font:400 14px/1.5 var(--fs-font)}
main{max-width:1280px;margin:0 auto;padding:20px 20px 48px}
h1{font-size:24px;font-weight:700;line-height:1.3;margin:6px 0;overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:4px 20px;margin:6px 0 20px}
.facts div{display:flex;gap:8px;min-width:0}
.facts dt{color:var(--fs-fg-2);white-space:nowrap}
.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.note{border-left:4px solid var(--fs-line-strong);background:var(--fs-bg-inset);border-radius:4px;padding:8px 16px;margin:0 0 16px;font-size:13px}
.card{background:var(--fs-bg-card);border-radius:8px;padding:20px;min-width:0;margin-bottom:24px;box-shadow:inset 0 0 0 1px var(--fs-line)}
@media (max-width:720px){main{padding:16px 16px 40px}.card{padding:16px}}
@media print{main{max-width:none;padding:0}.card{box-shadow:none;padding:0}}
`;

/** All styles of the page, and the one statement that starts its script. Constant, because the page's policy names their hashes. */
export const pageStyles: string = `${flamegraphStyles}\n${layout.replace(/\n\s*/g, '\n').trim()}`;
export const bootStatement = 'flamestepFlameGraph.bootFlameGraphPage()';
