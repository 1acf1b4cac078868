import type { Setting } from './surroundings.ts'

const AROUND = 80

/** What stands around a place of a text. */
export function settingOf(text: string, from: number, to: number): Setting {
  const line = startOfLine(text, from)
  const end = endOfLine(text, to)
  return {
    before: text.slice(Math.max(line, from - AROUND), from).replaceAll('\n', ' '),
    after: text.slice(to, Math.min(end, to + AROUND)).replaceAll('\n', ' '),
    // What is all of a quotation is no addition of an editor.
    isQuoted: isQuoted(text, from) && !/^["“‘'][\s\S]*["”’']$/.test(text.slice(from - 1, to + 1)),
  }
}

/** A line that goes on in the next one. */
const WRAPPED = /^[^|]{50,}[^\s.:;!?|\])]$/
const CONTINUED = /^(?![ \t]*(?:[#>|•+*-]|\d+[.)]|\([a-z\d]{1,3}\)))[ \t]*\S/

/** Where a line begins, or the one before it that goes on in it. */
function startOfLine(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const previous = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1))
  const isWrapped =
    start > 0 && WRAPPED.test(previous.slice(-60)) && CONTINUED.test(text.slice(start, start + 80))
  return isWrapped ? start - 1 - previous.length : start
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end < 0) return text.length
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, end)
  if (!WRAPPED.test(line.slice(-60)) || !CONTINUED.test(text.slice(end + 1, end + 81))) return end
  const next = text.indexOf('\n', end + 1)
  return next < 0 ? text.length : next
}

/** Inside quotation marks of the paragraph, or in a quotation of its own. */
function isQuoted(text: string, index: number): boolean {
  const near = text.slice(Math.max(0, index - 1500), index)
  const paragraph = near.split(/\n[ \t]*\n/).at(-1) ?? ''
  const before = paragraph.replace(/„[^„“]*“/g, '')
  if (/(?:^|\n)[ \t]{0,3}>[^\n]*$/.test(before)) return true
  if (before.lastIndexOf('“') > before.lastIndexOf('”')) return true
  const closed = [' ', '.', ',', ')', ';', ':', '\n'].map((sign) => before.lastIndexOf(`’${sign}`))
  if (before.lastIndexOf('‘') > Math.max(...closed)) return true
  return (before.match(/(?<![\d])"/g)?.length ?? 0) % 2 === 1
}
