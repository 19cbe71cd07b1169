/** The admin page's own look, far from Mitame's on purpose. */
export const style = `
:root { color-scheme: light; font: 15px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: #222; }
* { box-sizing: border-box; }
body { margin: 0; background: #f6f4ee; }
.warning { position: sticky; top: 0; z-index: 1; margin: 0; padding: 10px 16px; font-weight: 700; color: #1a1a1a;
  background: repeating-linear-gradient(-45deg, #ffd400 0 18px, #ffe566 18px 36px); border-bottom: 3px solid #1a1a1a; }
header, main { max-width: 1080px; margin: 0 auto; padding: 12px 16px; }
header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.2rem; margin: 0; } h1 a { color: inherit; text-decoration: none; }
h2 { font-size: 1.05rem; margin: 24px 0 8px; }
section, .card { background: #fff; border: 1px solid #d8d3c4; border-radius: 6px; padding: 12px 16px; margin: 12px 0; }
section > h2:first-child { margin-top: 0; }
form.line { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; margin: 8px 0; }
form.line + form.line { border-top: 1px solid #eee8d8; padding-top: 8px; }
label { display: grid; gap: 2px; font-size: .85rem; color: #555; }
input, select, button { font: inherit; min-height: 40px; padding: 4px 10px; border: 1px solid #8a8678; border-radius: 4px;
  background: #fff; color: #222; max-width: 100%; }
input[type=number] { width: 10em; }
button { background: #2f5d3a; border-color: #2f5d3a; color: #fff; font-weight: 600; cursor: pointer; }
button:disabled { background: #e5e2d8; border-color: #c9c5b8; color: #6b675c; cursor: not-allowed; }
button.plain { background: #fff; color: #8a1c1c; border-color: #8a1c1c; }
:focus-visible { outline: 3px solid #1c5fa8; outline-offset: 2px; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 8px; border-bottom: 1px solid #eee8d8; vertical-align: top; } th { font-size: .8rem; color: #555; white-space: nowrap; }
th.amount, td.amount { text-align: right; white-space: nowrap; } td.at { white-space: nowrap; }
code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere; } .note { color: #555; font-size: .85rem; margin: 4px 0; }
.said { border-left: 5px solid #2f5d3a; } .refused { border-left: 5px solid #8a1c1c; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; } dl > div { display: contents; } dt { color: #555; } dd { margin: 0; }
.buyer section { display: grid; gap: 12px; max-width: 32rem; } .buyer fieldset { border: 1px solid #d8d3c4; border-radius: 4px; }
.choice { display: flex; gap: 8px; align-items: center; min-height: 40px; font-size: 1rem; color: inherit; }
.choice input { min-height: 0; width: 20px; height: 20px; } .problem { color: #8a1c1c; font-weight: 600; } [aria-invalid] { border-color: #8a1c1c; border-width: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: 12px; margin: 12px 0; }
.problem { margin: 4px 0 0; }
@media (max-width: 600px) {
  thead { display: none; } tr { display: grid; grid-template-columns: 1fr auto; padding: 8px 0; border-bottom: 1px solid #d8d3c4; }
  td { border: 0; padding: 2px 0; } td:first-child { grid-column: 1 / -1; }
}
`
