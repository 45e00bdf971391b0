import { flamegraphStyles } from '@flamestep/flamegraph';

/** Tokens beside those of the flame graph. */
const tokens = `
:root{--fs-band:#dde6ef;--fs-partial:#8a4b00}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--fs-band:#50606f;--fs-partial:#fdc27a}}
[data-theme=dark]{--fs-band:#50606f;--fs-partial:#fdc27a}
`;

const page = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--fs-bg-page);color:var(--fs-fg);font:400 14px/1.5 var(--fs-font)}
h1,h2,p,dl,dd,pre{margin:0;padding:0}
.sprite{position:absolute}
main{max-width:1180px;margin:0 auto;padding:20px 20px 48px}
h1{font-size:24px;font-weight:700;line-height:1.3;margin:6px 0 14px;overflow-wrap:anywhere}
h2{font-size:20px;font-weight:700;line-height:1.3}
b{font-weight:600}
code,pre{font-family:var(--fs-mono);font-size:.92em}
.facts{display:flex;flex-wrap:wrap;gap:4px 20px;margin:-8px 0 20px}
.facts div{display:flex;gap:8px;min-width:0}
.facts dt{color:var(--fs-fg-2)}
.facts dd{min-width:0;overflow-wrap:anywhere}
.stack{display:grid;gap:24px}
.stack>*{min-width:0}
.card{background:var(--fs-bg-card);border-radius:8px;padding:20px;min-width:0;box-shadow:inset 0 0 0 1px var(--fs-line)}
.cardhead{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:8px 16px;margin-bottom:16px}
.muted{color:var(--fs-fg-2)}.s{font-size:13px}.xs{font-size:12px}.nw{white-space:nowrap}
.ico{flex:none;display:inline-block;vertical-align:-2px;margin-right:6px}
.out{font-weight:600}.out.slower{color:var(--fs-slower)}.out.faster{color:var(--fs-faster)}.out.same,.out.noise,.out.moved,.out.unknown{color:var(--fs-fg-2)}
.v{font-size:20px;line-height:1.35;margin-bottom:6px!important;text-wrap:pretty}
.v .out{font-weight:700}.v .ico{width:18px;height:18px;vertical-align:-1px;margin-right:9px}
.lead{font-size:16px;margin-bottom:4px!important;overflow-wrap:anywhere}
.cond{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:12px 24px;border-top:1px solid var(--fs-line);margin:16px 0 14px!important;padding-top:14px!important}
.cond dt{font-size:12px;color:var(--fs-fg-2)}.cond dd{font-size:13px;overflow-wrap:anywhere}
.note{border-left:4px solid var(--fs-line-strong);background:var(--fs-bg-inset);border-radius:4px;padding:8px 16px!important;margin-bottom:8px!important}
details{margin-top:8px}
summary{cursor:pointer;color:var(--fs-link);font-size:13px;width:fit-content}
details>p{margin-top:8px}
pre{background:var(--fs-bg-inset);border-radius:4px;padding:10px 12px!important;margin-top:6px!important;white-space:pre-wrap;overflow-wrap:anywhere}
a{color:var(--fs-link);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
:is(a,button,summary,.card):focus-visible{outline:2px solid var(--fs-accent);outline-offset:2px}
.tabs{display:flex;flex-wrap:wrap;gap:8px}.tabs[hidden]{display:none}
.btn{border:1px solid var(--fs-line-strong);background:var(--fs-bg-card);color:var(--fs-fg);border-radius:4px;padding:0 10px;min-height:32px;font:400 13px/1.5 var(--fs-font);cursor:pointer}
.btn[aria-selected=true]{background:var(--fs-accent);border-color:var(--fs-accent);color:var(--fs-on-accent)}
.link{border:0;background:none;padding:0;color:var(--fs-link);font:inherit;text-decoration:underline;text-underline-offset:2px;cursor:pointer}
.downloads{font-size:13px;margin-top:12px!important}
.panel+.panel{margin-top:24px}
.panel[hidden]{display:none}
.legend,.empty{margin-top:8px!important}
.functions{border-collapse:collapse;width:100%;font-size:13px;margin-top:10px}
.functions th{font-size:12px;font-weight:600;text-align:left;color:var(--fs-fg-2);padding:6px 12px 6px 0;border-bottom:1px solid var(--fs-line-strong);vertical-align:bottom}
.functions td{padding:10px 12px 10px 0;border-bottom:1px solid var(--fs-line);vertical-align:top}
.functions tr:last-child td{border-bottom:0}
.functions .hit td{padding-top:14px;padding-bottom:14px}
.functions .num{width:100px;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.functions :is(th,td):nth-child(1){width:116px;white-space:nowrap}
.functions :is(th,td):nth-child(5){padding-right:22px}
.functions .interval{width:158px;padding-right:0}
.functions .group td{background:var(--fs-bg-inset);font-weight:600;padding:8px 12px;width:auto;white-space:normal}
.fn{font-family:var(--fs-mono);text-decoration:none;color:var(--fs-fg);overflow-wrap:anywhere}
.functions .fn{font-size:.92em}
.fn span{color:var(--fs-fg-2)}.fn b{text-decoration:underline;text-underline-offset:2px;text-decoration-thickness:1px}
.axis{display:block;font:10px var(--fs-font);fill:var(--fs-fg-2);margin-top:2px}
.range{display:block;margin-top:8px;color:var(--fs-fg-2)}.range.slower{color:var(--fs-slower)}.range.faster{color:var(--fs-faster)}
.range .band{fill:var(--fs-band)}.range .zero{stroke:var(--fs-line-strong)}
.range .span{stroke:currentColor;stroke-width:2;fill:none}.range .mark{fill:currentColor}
.range circle.mark{fill:var(--fs-bg-card);stroke:currentColor;stroke-width:1.8}
@media (max-width:720px){
 main{padding:16px 16px 40px}.card{padding:16px}
 .cond{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:10px 16px}
 .functions,.functions tbody{display:block}.functions thead{display:none}
 .functions tr{display:grid;grid-template-columns:1fr 1fr 1.3fr;gap:4px 12px;padding:12px 0;border-bottom:1px solid var(--fs-line)}
 .functions td{display:block;border:0;padding:0!important;text-align:left!important;width:auto!important}
 .functions td:nth-child(-n+2){grid-column:1/-1}
 .functions td.num::before{content:attr(data-label);display:block;font-size:12px;color:var(--fs-fg-2)}
 .functions td.interval{grid-column:1/-1}.range{width:100%;height:26px;margin-top:0}
 .functions tr.group{display:block;padding:0}.functions tr.group td{padding:8px 10px!important}
}
@media print{main{max-width:none;padding:0}.card{box-shadow:none;padding:0}.tabs,.downloads{display:none!important}.panel[hidden]{display:block}}
`;

/** All styles of the page. Constant, because its content policy names their hash. */
export const pageStyles: string = `${flamegraphStyles}\n${(tokens + page).replace(/\n\s*/g, '\n').trim()}`;
