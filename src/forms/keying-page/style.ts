import { grounds } from '../../language/colour.ts'

/** A blue that can be read on both grounds: the page is of no document, and has no colour of the organisation. */
const BLUES = { light: '#1f4e8c', dark: '#8fbcf5' } as const

/** How the page looks beside what all pages of a pack have in common. */
export const STYLE = `
:root { ${colours('light')} color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { ${colours('dark')} } }
html { scroll-padding-top: 6rem; }
.keying main { max-width: 76rem; padding-bottom: 4rem; }
.keying h1 { margin-top: 2rem; }
.keying h2 { margin: 2rem 0 0.75rem; color: var(--brand-text); font-size: 1.5rem; }
.keying h3 { margin: 2rem 0 0.75rem; font-size: 1.15rem; }
.keying summary { padding: 0.35rem 0; color: var(--brand-text); cursor: pointer; }
.how { margin-top: 1rem; }
.how p { max-width: var(--measure); margin-bottom: 0.5rem; }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: center; margin-top: 1.5rem; border-bottom: 1px solid var(--rule); padding: 0.75rem 0; background: var(--paper); }
.chooser { display: flex; flex: 1 1 20rem; gap: 0.75rem; align-items: center; min-width: 0; }
.chooser select { flex: 1; min-width: 0; }
.bar .progress { flex-wrap: wrap; margin: 0; gap: 0.25rem 1rem; }
.bar progress { flex: 0 1 8rem; min-width: 4rem; }
.keying .note { margin-bottom: 1rem; }
.note .plain { margin-top: 0.5rem; }
.item { display: grid; gap: 1rem 2rem; border: 1px solid var(--rule); border-inline-start: 4px solid var(--edge); border-radius: 4px; margin-bottom: 1rem; padding: 1rem; }
.item.uncertain { border-inline-start-color: var(--gap-edge); }
.item.done { border-inline-start-color: var(--brand); }
.item:focus-within { border-color: var(--brand-text); }
.on-paper, .answer { min-width: 0; }
.on-paper img { display: block; max-width: 100%; max-height: 22rem; border: 1px solid var(--rule); background: #fff; object-fit: contain; object-position: left top; }
.on-paper img + img { margin-top: 0.5rem; }
.why { margin-bottom: 0.5rem; border-inline-start: 4px solid var(--gap-edge); padding-inline-start: 0.6rem; }
.or { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; margin-top: 0.9rem; color: var(--quiet); font-size: 0.95rem; }
.or label { display: flex; gap: 0.5rem; align-items: center; }
.suggestion { margin-top: 0.6rem; }
kbd { border: 1px solid var(--rule); border-radius: 3px; padding: 0 0.3rem; color: var(--quiet); font: 0.8rem/1.4 var(--code); background: var(--fill); }
.state { color: var(--brand-text); font-weight: 600; font-size: 0.95rem; }
.certain { margin-top: 2rem; }
.certain > summary { font-weight: 600; font-size: 1.15rem; }
.certain ul { margin-top: 0.5rem; padding: 0; list-style: none; }
.certain li { border-top: 1px solid var(--rule); }
.one summary { color: var(--ink); }
.one .value { font-weight: 600; }
.one .item { margin-top: 0.5rem; }
.saving { margin-top: 3rem; border-top: 1px solid var(--rule); }
.keyed-by, .open { max-width: 30rem; }
.open { margin-top: 2rem; }
.open input { border: none; padding-inline: 0; }
.whole-page { width: 96vw; max-width: none; height: 96vh; max-height: none; border: 1px solid var(--edge); border-radius: 6px; padding: 0.75rem; color: var(--ink); background: var(--paper); }
.whole-page[open] { display: flex; flex-direction: column; gap: 0.75rem; }
.whole-page::backdrop { background: rgb(0 0 0 / 60%); }
.tools, .tools .pages { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.tools { justify-content: flex-end; }
.tools .pages { margin-inline-end: auto; }
.whole-page .plain { min-height: 2.2rem; border: 1px solid var(--edge); border-radius: 4px; padding: 0.25rem 0.8rem; color: var(--ink); background: var(--paper); }
.whole-page [aria-pressed="true"] { border-color: var(--brand-text); color: var(--brand-text); font-weight: 600; }
.scroller { flex: 1; overflow: auto; background: var(--fill); }
.scroller img { display: block; max-width: none; }
@media (min-width: 52rem) { .item { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); } }
@media (max-width: 30rem) { .bar { position: static; } .item { padding: 0.75rem; } }
`

function colours(scheme: keyof typeof grounds): string {
  const { paper, fill } = grounds[scheme]
  return `--brand: ${BLUES[scheme]}; --brand-text: ${BLUES[scheme]}; --paper: ${paper}; --fill: ${fill};`
}
