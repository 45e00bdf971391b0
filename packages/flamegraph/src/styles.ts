/**
 * The design tokens that this package uses, light and dark. `:where` has no weight, so a page that sets the same tokens on `:root`
 * or on `[data-theme]` wins.
 */
const light = `
  --fs-bg-page:#f5f5f5;--fs-bg-card:#ffffff;--fs-bg-inset:#f7f7f7;--fs-line:#e5e5e5;--fs-line-strong:#737373;
  --fs-fg:#000000;--fs-fg-2:#5c5c5c;--fs-link:#1f5493;--fs-accent:#1f5493;--fs-on-accent:#ffffff;
  --fs-slower:#9c3d00;--fs-faster:#15558f;
  --fs-div-slower-3:#c2540a;--fs-div-slower-2:#eda467;--fs-div-slower-1:#f8d9bb;--fs-div-0:#ececec;
  --fs-div-faster-1:#cfe2f4;--fs-div-faster-2:#8dbbe4;--fs-div-faster-3:#2a72b5;
  --fs-on-div-3:#ffffff;--fs-on-div:#000000;--fs-hatch:rgb(0 0 0/16%);`;

const dark = `
  --fs-bg-page:#333333;--fs-bg-card:#424141;--fs-bg-inset:#4b4a4a;--fs-line:#5c5c5c;--fs-line-strong:#a1a1a1;
  --fs-fg:#ffffff;--fs-fg-2:#c9c9c9;--fs-link:#9cc9ff;--fs-accent:#9cc9ff;--fs-on-accent:#101821;
  --fs-slower:#ffb27a;--fs-faster:#9ccbff;
  --fs-div-slower-3:#ff9a4d;--fs-div-slower-2:#a86331;--fs-div-slower-1:#6e4e37;--fs-div-0:#575656;
  --fs-div-faster-1:#3d556c;--fs-div-faster-2:#3c74a8;--fs-div-faster-3:#7cbcff;
  --fs-on-div-3:#101010;--fs-on-div:#ffffff;--fs-hatch:rgb(255 255 255/11%);`;

const tokens = `
:where(:root){color-scheme:light;${light}
  --fs-font:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;
  --fs-mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;}
@media (prefers-color-scheme:dark){:where(:root:not([data-theme=light])){color-scheme:dark;${dark}}}
:where([data-theme=dark]){color-scheme:dark;${dark}}
`;

const graph = `
.fs-flame,.fs-functions{color:var(--fs-fg);font:400 14px/1.5 var(--fs-font);position:relative;min-width:0}
.fs-flame *,.fs-functions *{box-sizing:border-box}
.fs-flame :is(h2,h3,p,ul,table),.fs-functions :is(h2,p,table){margin:0;padding:0}
.fs-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:8px 16px;margin-bottom:16px}
.fs-head h2{font-size:20px;font-weight:700;line-height:1.3}
.fs-controls{display:flex;flex-wrap:wrap;gap:8px;flex:0 1 auto;min-width:0}
.fs-button,.fs-search{border:1px solid var(--fs-line-strong);background:var(--fs-bg-card);color:var(--fs-fg);border-radius:4px;padding:0 10px;min-height:32px;font:400 13px/1.5 var(--fs-font)}
.fs-button{cursor:pointer;white-space:nowrap}
.fs-button[aria-pressed=true]{background:var(--fs-accent);border-color:var(--fs-accent);color:var(--fs-on-accent)}
.fs-button:disabled{color:var(--fs-fg-2);border-color:var(--fs-line);cursor:default}
.fs-search{display:flex;align-items:center;gap:6px;min-width:200px;flex:1 1 200px}
.fs-search svg{flex:none}
.fs-search input{appearance:none;border:0;outline:0;background:none;color:inherit;font:inherit;width:100%;min-width:0;padding:0}
.fs-search input::placeholder{color:var(--fs-fg-2);opacity:1}
.fs-search:focus-within,.fs-flame :is(button,a,canvas):focus-visible,.fs-functions :is(button,a):focus-visible{outline:2px solid var(--fs-accent);outline-offset:2px}
.fs-status{font-size:13px;margin-bottom:8px!important;overflow-wrap:anywhere}
.fs-note{font-size:12px;color:var(--fs-fg-2)}
.fs-note{margin:8px 0!important}
.fs-note:empty{display:none}
.fs-legend + .fs-note{margin:0}
.fs-legend{display:flex;flex-wrap:wrap;justify-content:space-between;gap:8px 24px;margin-bottom:12px;font-size:12px}
.fs-scale{display:flex;gap:8px;align-items:flex-start;line-height:13px;white-space:nowrap}
.fs-scale ol{display:flex;list-style:none;margin:0;padding:0}
.fs-scale li{width:34px;position:relative;padding-bottom:14px}
.fs-scale li i,.fs-key-bars{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.fs-scale li i{display:block;height:12px}
.fs-scale li span{position:absolute;top:13px;left:0;transform:translateX(-50%);font-size:10px;color:var(--fs-fg-2)}
.fs-keys{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none}
.fs-keys li{display:flex;gap:7px;align-items:center}
.fs-key-bars{width:24px;height:12px;background:linear-gradient(var(--fs-fg),var(--fs-fg)) 0 8px/100% 4px no-repeat;position:relative}
.fs-key-bars::before{content:"";position:absolute;left:0;top:2px;width:19px;height:4px;border:1px solid var(--fs-fg)}
.fs-key-hatched{width:24px;height:12px;border-radius:2px;background:repeating-linear-gradient(135deg,var(--fs-hatch) 0 3px,transparent 3px 6px),var(--fs-div-slower-1)}
.fs-key-path{width:24px;height:12px;border:2px solid var(--fs-fg);border-radius:2px}
.fs-key-negative{width:24px;height:12px;border:1px dashed var(--fs-fg)}
.fs-path{font-size:12px;line-height:1.9;margin-bottom:4px!important;overflow-wrap:anywhere}
.fs-flame a,.fs-link{color:var(--fs-link);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
.fs-link{border:0;background:none;padding:0;font:inherit;cursor:pointer;text-align:inherit}
.fs-flame-scroll{position:relative;overflow-x:hidden;overflow-y:auto;max-height:var(--fs-flame-height,max(420px,68vh));touch-action:pan-y pinch-zoom}
.fs-flame-scroll.fs-flame-printing{max-height:none;overflow:hidden}
.fs-flame-space{position:relative;min-height:1px}
.fs-flame-space canvas{display:block;position:sticky;top:0;width:100%;cursor:pointer;outline-offset:-2px!important}
.fs-flame-mark{position:absolute;pointer-events:none;background:var(--fs-fg);opacity:.1;border-radius:2px}
.fs-flame-mark[hidden]{display:none}
.fs-flame-tip{position:absolute;z-index:5;max-width:min(420px,92%);pointer-events:none;background:var(--fs-bg-card);border:1px solid var(--fs-line-strong);border-radius:4px;padding:6px 10px;font-size:12px;box-shadow:0 2px 8px rgb(0 0 0/18%)}
.fs-flame-tip[hidden]{display:none}
.fs-name{font-family:var(--fs-mono);overflow-wrap:anywhere}
.fs-name span{color:var(--fs-fg-2)}
.fs-name b{font-weight:600}
.fs-flame-tip .fs-name{font-size:12px;display:block}
.fs-selected{border-top:1px solid var(--fs-line);margin-top:16px;padding-top:14px;display:grid;grid-template-columns:minmax(0,250px) auto minmax(0,1fr);gap:12px 28px;align-items:start}
.fs-selected h3{font-size:13px;line-height:1.5;font-weight:600}
.fs-selected p{font-size:13px}
.fs-selected p+p{margin-top:6px!important}
.fs-flame table,.fs-functions table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
.fs-selected :is(th,td){padding:3px 0 3px 22px;text-align:right;vertical-align:top;white-space:nowrap;border-bottom:1px solid var(--fs-line)}
.fs-selected :is(th,td):first-child{padding-left:0;text-align:left;font-weight:400}
.fs-selected thead th{font-size:12px;font-weight:600!important;color:var(--fs-fg-2);border-bottom-color:var(--fs-line-strong)}
.fs-selected tr:last-child :is(th,td){border-bottom:0}
.fs-quiet{color:var(--fs-fg-2);font-size:12px}
.fs-with-touch{display:none}
@media (hover:none){.fs-with-touch{display:block}.fs-with-keys{display:none}}
.fs-more{color:var(--fs-slower)}.fs-less{color:var(--fs-faster)}
.fs-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.fs-functions table{width:100%}
.fs-functions th{font-size:12px;font-weight:600;text-align:left;color:var(--fs-fg-2);padding:6px 12px 6px 0;border-bottom:1px solid var(--fs-line-strong);vertical-align:bottom}
.fs-functions td{padding:8px 12px 8px 0;border-bottom:1px solid var(--fs-line);vertical-align:top}
.fs-functions :is(th,td).fs-number{text-align:right;white-space:nowrap}
.fs-functions :is(th,td):last-child{padding-right:0}
.fs-functions tr:last-child td{border-bottom:0}
.fs-functions tr[aria-current=true] td{background:var(--fs-bg-inset)}
.fs-functions th button{border:0;background:none;padding:0;font:inherit;color:inherit;cursor:pointer}
.fs-functions th[aria-sort] button{color:var(--fs-fg)}
.fs-functions td .fs-link{color:var(--fs-fg);text-decoration:none}
.fs-functions td .fs-link b{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
.fs-functions .fs-foot{margin-top:12px;font-size:13px}
@media (max-width:720px){
 .fs-selected{grid-template-columns:minmax(0,1fr)}
 .fs-selected :is(th,td){padding-left:8px;white-space:normal}
 .fs-controls{flex:1 1 100%}
 .fs-functions :is(table,tbody){display:block}
 .fs-functions thead{display:block}
 .fs-functions thead tr{display:flex;flex-wrap:wrap;gap:0 14px;border-bottom:1px solid var(--fs-line-strong)}
 .fs-functions thead th{border:0;padding:6px 0;text-align:left!important}
 .fs-functions tbody tr{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:4px 12px;padding:10px 0;border-bottom:1px solid var(--fs-line)}
 .fs-functions tbody td{display:block;border:0;padding:0!important;text-align:left!important;white-space:normal!important}
 .fs-functions tbody td:first-child{grid-column:1/-1}
 .fs-functions tbody td[data-label]::before{content:attr(data-label);display:block;font-size:12px;color:var(--fs-fg-2)}
}
@media print{.fs-controls,.fs-flame-tip{display:none!important}}
`;

/** Styles of the flame graph and its table. `mountFlameGraph` brings them along; a page may also carry them itself. */
export const flamegraphStyles: string = (tokens + graph).replace(/\n\s*/g, '\n').trim();
