/** What a pack may have much of: its documents' text, and the answers to it. */
export interface Growing {
  readonly body: (count: number) => string
  readonly answers?: (count: number) => Readonly<Record<string, unknown>>
  readonly kind?: 'form'
  /** How many of them a document may have; half and a quarter of it are measured as well. */
  readonly most: number
}

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

const numbered = (count: number, prefix: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix} ${index}`, 'A word']))

/** Projects that grow in one thing each. */
export const growingPacks: Readonly<Record<string, Growing>> = {
  paragraphs: { most: 4000, body: (n) => many(n, (i) => `Some words of paragraph ${i}.\n\n`) },
  'a long paragraph': { most: 2000, body: (n) => many(n, () => 'some more words here\n') },
  headings: { most: 4000, body: (n) => many(n, (i) => `## Heading ${i}\n\nWords.\n\n`) },
  'headings of one name': { most: 4000, body: (n) => many(n, () => '## Heading\n\nWords.\n\n') },
  'a long list': { most: 2400, body: (n) => many(n, (i) => `- Point ${i}\n`) },
  'a nested list': {
    most: 2400,
    body: (n) => many(n, (i) => `${'  '.repeat(i % 6)}- Point ${i}\n`),
  },
  'a long table': {
    most: 2400,
    body: (n) => `| a | b |\n|---|---|\n${many(n, (i) => `| words ${i} | b |\n`)}`,
  },
  'a wide table': {
    most: 1600,
    body: (n) => `|${many(n, () => 'a|')}\n|${many(n, () => '---|')}\n|${many(n, () => 'a|')}\n`,
  },
  links: { most: 2000, body: (n) => many(n, (i) => `See [this ${i}](#heading).\n\n`) },
  'links in a paragraph': {
    most: 1600,
    body: (n) => many(n, (i) => `see [this ${i}](other.md) and\n`),
  },
  'links without words': { most: 1600, body: (n) => `# A\n\n${many(n, () => 'see [](#a) and\n')}` },
  'references of links': { most: 2000, body: (n) => many(n, (i) => `[a${i}]\n\n[a${i}]: #a\n\n`) },
  footnotes: { most: 1600, body: (n) => many(n, (i) => `Words[^${i}].\n\n[^${i}]: Note.\n\n`) },
  'quotation marks': { most: 8000, body: (n) => '"'.repeat(n) },
  asterisks: { most: 8000, body: (n) => many(n / 4, () => '*a b') },
  underscores: { most: 8000, body: (n) => '_'.repeat(n), kind: 'form' },
  'blanks to write on': {
    most: 2000,
    body: (n) => many(n, (i) => `Name ${i}: ______\n\n`),
    kind: 'form',
  },
  'blanks in a paragraph': {
    most: 1000,
    body: (n) => many(n, (i) => `Name ${i}: ______\n`),
    kind: 'form',
  },
  'boxes to tick': { most: 2000, body: (n) => many(n, (i) => `- [ ] Choice ${i}\n`), kind: 'form' },
  'brackets that open': { most: 8000, body: (n) => many(n / 10, () => 'a [ ] b \\[\n') },
  'code of many lengths': {
    most: 800,
    body: (n) => many(n, (index) => `${'`'.repeat((index % 40) + 1)} a\n`),
  },
  placeholders: {
    most: 4000,
    body: (n) => many(n, (i) => `Words (insert word ${i}).\n\n`),
    answers: (n) => numbered(n, 'word'),
  },
  'placeholders in a paragraph': {
    most: 2000,
    body: (n) => many(n, (i) => `and (insert word ${i})\n`),
    answers: (n) => numbered(n, 'word'),
  },
  'one placeholder in a paragraph': {
    most: 2000,
    body: (n) => many(n, () => 'and (insert word)\n'),
    answers: () => ({ word: 'A word' }),
  },
  'a list of answers in a paragraph': {
    most: 2000,
    body: (n) => many(n, () => 'and (insert word)\n'),
    answers: (n) => ({ word: Array<string>(n).fill('A word') }),
  },
  'placeholders in links': {
    most: 1000,
    body: (n) =>
      many(n, (i) => `[a (insert word ${i})](https://a.example/(insert%20word%20${i}))\n\n`),
    answers: (n) => numbered(n, 'word'),
  },
  'placeholders without answer': {
    most: 1000,
    body: (n) => many(n, (i) => `Words (insert word ${i}).\n\n`),
  },
  'answers that nothing asks for': {
    most: 1000,
    body: () => 'Words.\n',
    answers: (n) => numbered(n, 'word'),
  },
  conditions: {
    most: 2000,
    body: (n) => many(n, (i) => `:::when{word-${i}}\nWords.\n:::\n\n`),
    answers: (n) => numbered(n, 'word'),
  },
  'conditions in a table of answers': {
    most: 2000,
    body: (n) => many(n, () => `:::when{word}\nWords.\n:::\n\n`),
    answers: () => ({ word: 'yes' }),
  },
  'unknown directives': { most: 2000, body: (n) => many(n, () => `::unknown[words]{a=b}\n\n`) },
  'directives in a paragraph': {
    most: 1600,
    body: (n) => many(n, () => `and :unknown[words]{a=b}\n`),
  },
  'raw HTML': { most: 2000, body: (n) => many(n, () => 'a <b>words</b>\n\n') },
  fields: {
    most: 1000,
    body: (n) => many(n, (i) => `::field[Question ${i}]{#a.q${i}}\n\n`),
    kind: 'form',
  },
  'fields in a paragraph': {
    most: 800,
    body: (n) => many(n, (i) => `and :field[Question ${i}]{#a.q${i}}\n`),
    kind: 'form',
  },
  'fields of one name': {
    most: 1000,
    body: (n) => many(n, () => `::field[Question]{#a}\n\n`),
    kind: 'form',
  },
  abbreviations: {
    most: 1000,
    body: (n) => many(n, (i) => `:abbr[A${i}]{title="words ${i}"}\n\n`),
  },
  'placeholders as dense as can be': {
    most: 8000,
    body: (n) => many(n, () => '{{a}}\n'),
    answers: () => ({ a: 'b' }),
  },
  'placeholders that do not end': { most: 4000, body: (n) => many(n, () => '(insert a\n') },
  'braces that do not end': { most: 8000, body: (n) => many(n, () => '{{a\n') },
  'spaces in braces': { most: 8, body: (n) => many(n, () => `{{a${' '.repeat(5000)}b\n`) },
  'spaces in a placeholder': {
    most: 8,
    body: (n) => many(n, () => `(insert${' '.repeat(5000)}b\n`),
  },
  'gaps in long lines': {
    most: 40,
    body: (n) => many(n, () => `${'Tell [the manager] (name) at PLACE, XX, '.repeat(200)}\n\n`),
  },
  'words in brackets': { most: 8000, body: (n) => `[${many(n, () => 'word\n')}]` },
  'brackets and brackets': { most: 8000, body: (n) => many(n, () => '[a]\n') },
  'links that do not end': { most: 8000, body: (n) => many(n, () => '[a](\n') },
  'a pasted table': { most: 4000, body: (n) => many(n, (index) => `a${index}\tb\n`) },
  'a pasted table with bars': {
    most: 4000,
    body: (n) => many(n, (index) => `a${index} | b\n`),
    kind: 'form',
  },
  'dense blanks': { most: 6000, body: (n) => many(n, () => 'a ____\n'), kind: 'form' },
  'dense blanks in a sentence': {
    most: 4000,
    body: (n) => `${many(n, () => 'a ____ b\n')}.`,
    kind: 'form',
  },
  'dense boxes': { most: 6000, body: (n) => many(n, () => '[ ] a\n'), kind: 'form' },
  'emphasised blanks': { most: 3000, body: (n) => many(n, () => '**a** ____\n'), kind: 'form' },
  'emphasised placeholders': {
    most: 2500,
    body: (n) => many(n, () => '**a** (insert b)\n'),
    answers: () => ({ b: 'c' }),
  },
  'words without a stop': {
    most: 8000,
    body: (n) => `${many(n, () => 'word\n')}.\n____`,
    kind: 'form',
  },
  'character references': { most: 6000, body: (n) => many(n, () => '&nbsp;\n'), kind: 'form' },
  'entities and blanks': { most: 4000, body: (n) => many(n, () => '&amp; ____\n'), kind: 'form' },
  clauses: {
    most: 2000,
    body: (n) => `## A\n\n${many(n, (index) => `See clause 1.${index}.\n\n`)}`,
  },
  'misspelt placeholders': {
    most: 1000,
    body: (n) => many(n, (index) => `Words (insert wrd ${index}).\n\n`),
    answers: (n) => numbered(n, 'word'),
  },
  'misspelt links': {
    most: 1000,
    body: (n) => many(n, (index) => `## Heading ${index}\n\n[a](#headin-${index})\n\n`),
  },
  'misspelt conditions': {
    most: 1000,
    body: (n) => many(n, (index) => `:::when{wrd-${index}}\nWords.\n:::\n\n`),
    answers: (n) => numbered(n, 'word'),
  },
  'options of fields': {
    most: 400,
    body: (n) =>
      many(n, (index) => `::field[Q]{#q${index} type=choice options="a|b|c|d|e|f|g|h"}\n\n`),
    kind: 'form',
  },
  rows: {
    most: 200,
    body: (n) =>
      many(
        n,
        (index) => `:::rows[Plan]{#r${index} min=4}\n- :field[A]{#a}\n- :field[B]{#b}\n:::\n\n`,
      ),
    kind: 'form',
  },
  'points with fields': {
    most: 1000,
    body: (n) => many(n, (index) => `- :field[Q]{#q${index}}\n`),
    kind: 'form',
  },
}
