import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser'
import type { VFile } from 'vfile'
import { controlCharacterAt, reportControlCharacter } from '../messages/control-characters.ts'
import { type Locate, report } from '../messages/message.ts'
import { pointOf } from './point.ts'
import { syntaxFault } from './syntax-fault.ts'

/** No configuration and no catalogue needs more brackets within brackets. */
const MAX_DEPTH = 50

/** Nor so many entries and items in all; with more, finding the places of messages would take minutes. */
const MAX_ENTRIES = 10_000

/** Nobody reads more messages about commas and quotation marks. */
const MAX_SYNTAX_ERRORS = 50

/** A JSON file that could be read. */
export interface Json {
  readonly value: unknown
  /** The place of an entry's name, or of an item of a list. */
  readonly locate: Locate
  readonly locateValue: Locate
}

/**
 * Reads strict JSON. Syntax faults (at most one a line, because one mostly brings others along) and keys that stand
 * twice become messages on the file; undefined when there were syntax faults.
 */
export function parseJson(file: VFile): Json | undefined {
  const text = String(file)
  const excess = excessIn(text)
  if (excess) {
    report(file, 'config-syntax', excess.reason, pointOf(text, excess.offset))
    return undefined
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  if (errors.length > 0 || !tree) {
    reportSyntax(file, errors)
    return undefined
  }
  reportKeys(file, tree, text)
  reportUnfit(file, tree)
  return {
    value: toValue(tree),
    locate: (path) => placed(text, nameNode(tree, path)),
    locateValue: (path) => placed(text, findNodeAtLocation(tree, [...path])),
  }
}

function reportSyntax(file: VFile, errors: readonly ParseError[]): void {
  const text = String(file)
  const lines = new Set<number>()
  for (const error of errors.slice(0, MAX_SYNTAX_ERRORS)) {
    const { offset, reason } = syntaxFault(text, error)
    const point = pointOf(text, offset)
    if (!lines.has(point.line)) report(file, 'config-syntax', reason, point)
    lines.add(point.line)
  }
  if (errors.length === 0)
    report(file, 'config-syntax', 'Unexpected end of file, expected an object in braces')
}

/** Where there is too much: the first bracket that is too deep, since parsers go into them one by one until they fail, or the first entry too many. */
function excessIn(text: string): { readonly reason: string; readonly offset: number } | undefined {
  const scanner = createScanner(text)
  let depth = 0
  let entries = 0
  while (scanner.getPosition() < text.length) {
    scanner.scan()
    const offset = scanner.getTokenOffset()
    const sign = text.charAt(offset)
    depth += steps[sign] ?? 0
    if (sign === ',') entries += 1
    if (depth > MAX_DEPTH) {
      const reason = `Unexpected bracket, expected at most ${MAX_DEPTH} within each other; remove what is nested so deeply`
      return { reason, offset }
    }
    if (entries > MAX_ENTRIES)
      return {
        reason: `Unexpected entry, expected at most ${MAX_ENTRIES} in all; remove some`,
        offset,
      }
  }
  return undefined
}

/** How far the marks of JSON lead in and out. */
const steps: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 }

/** Reports the texts, and keys, that hold what cannot be shown. */
function reportUnfit(file: VFile, node: Node): void {
  for (const child of node.children ?? []) reportUnfit(file, child)
  if (typeof node.value !== 'string') return
  const index = controlCharacterAt(node.value)
  if (index >= 0)
    reportControlCharacter(file, node.value, index, pointOf(String(file), node.offset))
}

/** Reports the keys that stand twice, and the one that JavaScript keeps for itself. */
function reportKeys(file: VFile, node: Node, text: string): void {
  const seen = new Map<string, Node>()
  for (const child of node.children ?? []) {
    reportKeys(file, child, text)
    const [key, value] = child.children ?? []
    if (child.type !== 'property' || !key || !value) continue
    const name = String(key.value)
    const first = seen.get(name)
    if (first)
      report(
        file,
        'config-duplicate-key',
        `Unexpected second \`${name}\`, expected each key once; the first stands in line ${pointOf(text, first.offset).line}`,
        pointOf(text, key.offset),
      )
    if (name === '__proto__')
      report(file, 'config-unknown-key', 'Unexpected key `__proto__`', pointOf(text, key.offset))
    seen.set(name, key)
  }
}

/** Like jsonc-parser's `getNodeValue`, but `__proto__` is a key like any other. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue)
  if (node.type !== 'object') return node.value
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), toValue(value)]] : [],
    ),
  )
}

function nameNode(tree: Node, path: readonly (string | number)[]): Node | undefined {
  const value = findNodeAtLocation(tree, [...path])
  return value?.parent?.type === 'property' ? value.parent : value
}

function placed(text: string, node: Node | undefined): ReturnType<Locate> {
  return node && pointOf(text, node.offset)
}
