import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'

/** What Handlebars says, and how it is told to the author of a template. */
const sentences: readonly (readonly [
  RegExp,
  (found: RegExpExecArray, names: readonly string[]) => string,
])[] = [
  [
    /^"(.*?)" not defined in /,
    ([, name]) => `Unexpected name \`${name}\`, expected one that is given there`,
  ],
  [
    /^The partial (\S+) could not be found/,
    ([, name = ''], names) =>
      `Unexpected template \`${name}\`${didYouMean(name, names) || ', expected the name of one'}`,
  ],
  [
    /^(\S+) doesn't match (\S+)/,
    ([, start, end]) =>
      `Unexpected \`{{/${end}}}\`, expected \`{{/${start}}}\` at the end of the block`,
  ],
  [/got 'EOF'$/, () => 'Unexpected end of the file, expected the end of a block such as `{{/if}}`'],
  [
    /^Parse error/,
    () =>
      'Unexpected braces, expected a name such as `{{title}}` or a block such as `{{#if summary}}`',
  ],
  [/^Layouts within each other/, () => 'Unexpected template within itself, without end'],
]

/** Puts the error with which Handlebars gave up a template on its file. */
export function reportLayout(file: VFile, error: unknown, names: readonly string[]): void {
  const text = error instanceof Error ? error.message : String(error)
  report(
    file,
    'template',
    sentenceFor(text, names),
    placeOf(error, text, file),
    '`policypack eject` lists the templates that come along, which show what can be used.',
  )
}

function sentenceFor(text: string, names: readonly string[]): string {
  for (const [pattern, sentence] of sentences) {
    const found = pattern.exec(text)
    if (found) return sentence(found, names)
  }
  return `Unexpected Handlebars: ${text}`
}

/** Handlebars tells the place of some errors as properties, of others in the text, and of a missing template not at all. */
function placeOf(error: unknown, text: string, file: VFile): Point | undefined {
  if (hasPlace(error)) return { line: error.lineNumber, column: error.column + 1 }
  const [, line] = /^Parse error on line (\d+)/.exec(text) ?? []
  if (line !== undefined) return { line: Number(line), column: 1 }
  const [, partial] = /^The partial (\S+) /.exec(text) ?? []
  if (partial === undefined) return undefined
  const lines = String(file).split('\n')
  const index = lines.findIndex((one) => one.includes('>') && one.includes(partial))
  return index < 0 ? undefined : { line: index + 1, column: 1 }
}

function hasPlace(error: unknown): error is { lineNumber: number; column: number } {
  return (
    error instanceof Error &&
    'lineNumber' in error &&
    typeof error.lineNumber === 'number' &&
    'column' in error &&
    typeof error.column === 'number'
  )
}
