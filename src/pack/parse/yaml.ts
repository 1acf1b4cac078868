import type { Point } from 'unist'
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  parseDocument,
} from 'yaml'
import { pointOf } from '../../files/point.ts'
import type { Locate } from '../../messages/message.ts'

/** No front matter needs more lists and keys within each other. */
const MAX_DEPTH = 20
/** Longer ones take time that grows with their square. */
const MAX_LENGTH = 50_000

/** A YAML text with the places of its values. */
export interface Yaml {
  readonly data: unknown
  readonly locate: Locate
  /** A single value as it is written, for example `1.0`. */
  readonly written: (path: readonly (string | number)[]) => string | undefined
  /** The place of the key itself at which the path ends. */
  readonly locateKey: Locate
  readonly faults: readonly YamlFault[]
}

/** Something in the text that is not YAML. */
interface YamlFault {
  readonly reason: string
  readonly point: Point | undefined
  readonly note?: string
}

/**
 * Reads the YAML that begins on the first line of a file, `start` characters into it. Dates stay the text that they
 * are, as YAML 1.2 has it.
 */
export function readYaml(source: string, start: number): Yaml {
  const lines = new LineCounter()
  const excess = excessIn(source)
  // Of a Windows line end before the closing line, only the first half is left.
  const document = parseDocument(excess ? '' : `${source.replace(/\r$/, '')}\n`, {
    lineCounter: lines,
    prettyErrors: false,
  })

  function point(offset: number) {
    const { line, col } = lines.linePos(offset)
    return { line, column: line === 1 ? col + start : col, offset: offset + start }
  }

  if (excess) {
    const faults = [
      { reason: excess.reason, point: pointOf(' '.repeat(start) + source, start + excess.offset) },
    ]
    return { data: {}, locate, locateKey, written, faults }
  }
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    reason: reasons[code] ?? `Unexpected YAML: ${message.replace(/\.$/, '')}`,
    point: point(pos[0]),
    ...(code === 'BLOCK_AS_IMPLICIT_KEY' && { note: 'Put a text with a colon in quotes.' }),
  }))
  // What follows in the same line comes of the first.
  const first = faults.filter(
    ({ point }, index) => faults.findIndex((other) => other.point.line === point.line) === index,
  )
  if (first.length > 0) return { data: {}, locate, locateKey, written, faults: first }

  return { ...dataOf(document), locate, locateKey, written }

  function locate(path: readonly (string | number)[]) {
    const node = document.getIn(path, true)
    return isNode(node) && node.range ? point(node.range[0]) : undefined
  }

  function written(path: readonly (string | number)[]) {
    const node = document.getIn(path, true)
    return isScalar(node) ? node.source : undefined
  }

  function locateKey(path: readonly (string | number)[]) {
    const map = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    if (!isMap(map)) return undefined
    const key = map.items
      .map((pair) => pair.key)
      .find((key) => isScalar(key) && key.value === path.at(-1))
    return isScalar(key) && key.range ? point(key.range[0]) : undefined
  }
}

/** The place at which a text is too long or too deep for the parser, which goes into it level by level. */
function excessIn(
  source: string,
): { readonly reason: string; readonly offset: number } | undefined {
  if (source.length > MAX_LENGTH)
    return { reason: `Unexpected front matter of more than ${MAX_LENGTH} characters`, offset: 0 }
  const parser = new Parser()
  for (const token of new Lexer().lex(source)) {
    for (const _ of parser.next(token));
    // Each level is a collection and the value in it.
    if (parser.stack.length > 2 * MAX_DEPTH)
      return {
        reason: `Unexpected nesting of more than ${MAX_DEPTH} levels`,
        offset: parser.offset,
      }
  }
  return undefined
}

const NO_KEY =
  'Unexpected line, expected `key: value` at the left edge, as in `title: Leave policy`'
const reasons: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Unexpected second value for the same key',
  BLOCK_AS_IMPLICIT_KEY: 'Unexpected colon in a value',
  MULTILINE_IMPLICIT_KEY: NO_KEY,
  BAD_INDENT: NO_KEY,
  MISSING_CHAR: 'Unexpected end, expected the other quotation mark or bracket',
  BAD_SCALAR_START:
    'Unexpected sign at the beginning of a value, expected words in quotation marks',
  UNEXPECTED_TOKEN: NO_KEY,
  TAB_AS_INDENT: 'Unexpected tab, expected spaces before a key',
}

function dataOf(document: ReturnType<typeof parseDocument>): Pick<Yaml, 'data' | 'faults'> {
  try {
    const data: unknown = isCollection(document.contents)
      ? document.toJS({ maxAliasCount: 20 })
      : (document.toJS() ?? {})
    return { data, faults: [] }
  } catch (error) {
    // Aliases that multiply; `yaml` counts them only here.
    const reason = error instanceof Error ? error.message : String(error)
    return { data: {}, faults: [{ reason: `Unexpected YAML: ${reason}`, point: undefined }] }
  }
}
