import { expect, test } from 'vitest'
import { line } from '../../src/pack/text/line.ts'
import { type Piece, typographic } from '../../src/pack/text/quotes.ts'

test.each([
  ["the mentor's role and the members' board", 'the mentor’s role and the members’ board'],
  ["'we' and 'the organisation' mean us", '‘we’ and ‘the organisation’ mean us'],
  ['say "yes" ("no", or "it\'s \'maybe\'")', 'say “yes” (“no”, or “it’s ‘maybe’”)'],
  ["Keep asking 'What else?'.", 'Keep asking ‘What else?’.'],
  ["in the '90s - and so on...", 'in the ’90s - and so on…'],
  ["see https://example.org/?q='a'...b now", "see https://example.org/?q='a'...b now"],
  ["a quote at the end '", 'a quote at the end ’'],
])('sets %j', (text, expected) => {
  expect(typographic([written(text)])).toEqual([expected])
})

test('sees what stands before and after a piece, and leaves answers and code alone', () => {
  const pieces = [
    written("Ask '"),
    fixed("O'Hara..."),
    written("' (or '"),
    fixed('\ufffc'),
    written("')"),
  ]
  expect(typographic(pieces)).toEqual(['Ask ‘', "O'Hara...", '’ (or ‘', '\ufffc', '’)'])
})

test('leaves what is asked for in titles and labels as it was written, and sets the words around it', () => {
  expect(
    line("(insert owner's name)'s ... don't say '[insert name]' or '{{the owner's name}}'"),
  ).toBe("(insert owner's name)’s … don’t say ‘[insert name]’ or ‘{{the owner's name}}’")
})

function written(text: string): Piece {
  return { text, fixed: false }
}

function fixed(text: string): Piece {
  return { text, fixed: true }
}
