/** How the pages of a programme look: in light and dark, on a telephone and on paper. */
export const STYLE = `
:root { --ink: #1b222c; --quiet: #4a5563; --rule: #cdd4dc; --alarm: #a8321c; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --quiet: #aeb8c4; --rule: #3a4450; --alarm: #ff9a85; }
}
* { box-sizing: border-box; }
html { color: var(--ink); background: var(--paper); font: 100%/1.5 "Source Sans 3", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 74rem; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; overflow-wrap: break-word; }
header { margin-bottom: 1.5rem; border-bottom: 4px solid var(--brand); padding: 1.5rem 0 1rem; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.4rem; line-height: 1.25; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1.1rem; }
p { margin: 0.4rem 0; max-width: 46rem; }
a { color: var(--brand); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.quiet { color: var(--quiet); }
.confidential { font-weight: 600; }
.sums { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0; padding: 0; list-style: none; }
.sums a { display: block; min-width: 9rem; border: 1px solid var(--rule); border-radius: 6px; padding: 0.6rem 0.9rem; color: var(--ink); text-decoration: none; }
.sums strong { display: block; font-size: 1.6rem; line-height: 1.2; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 0; padding: 0; list-style: none; }
fieldset { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 1rem 0; border: 1px solid var(--rule); border-radius: 6px; padding: 0.5rem 0.9rem 0.7rem; }
legend { padding: 0 0.3rem; }
table { margin: 0.5rem 0 1.25rem; width: 100%; border-collapse: collapse; font-size: 0.95rem; }
caption { padding: 0.4rem 0; font-weight: 600; text-align: start; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.4rem 0.9rem 0.4rem 0; text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--quiet); }
tbody th { font-weight: 600; }
td.number, th.number { text-align: end; }
.duties { table-layout: fixed; }
.duties caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.duties th:nth-child(1) { width: 28%; }
.duties th:nth-child(2) { width: 20%; }
.duties th:nth-child(4) { width: 12%; }
.late { color: var(--alarm); font-weight: 600; }
.few { color: var(--quiet); font-style: italic; }
.chart { display: block; max-width: 40rem; height: auto; font-family: inherit; margin: 0.5rem 0 1rem; overflow: visible; }
.chart text { white-space: pre; }
code { font-size: 0.9em; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 0.75rem; color: var(--quiet); font-size: 0.9rem; }
@media screen and (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, caption, tbody, tr, th, td { display: block; }
  tr { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
  tbody th, td { border: 0; padding: 0.1rem 0; }
  td::before { content: attr(data-label) ": "; color: var(--quiet); }
  td:empty { display: none; }
  .duties tr > :nth-child(n) { width: auto; }
}
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  /* So that the PDF has a space where a line ends. */
  h1, h2, h3, p, li, th, td, caption { white-space: pre-wrap; }
  header { padding-top: 0; }
  h2, h3, caption, thead { break-after: avoid; }
  /* A head that comes again on the next page would be read again. */
  thead { display: table-row-group; }
  tr, .chart, .short { break-inside: avoid; }
  section > p { break-after: avoid; break-inside: avoid; }
  fieldset, nav, .duties tr > :nth-child(4) { display: none; }
  a { color: inherit; text-decoration: none; }
  .chart { max-width: 150mm; }
}
`
