import type { VFile } from 'vfile'
import type { z } from 'zod'
import { report } from '../messages/message.ts'
import { didYouMean, listed } from '../messages/suggest.ts'
import type { Json } from './json.ts'

type Issue = z.core.$ZodIssue
type Path = (string | number)[]

/** The words for a schema's findings in one kind of file. */
export interface Vocabulary {
  /** What is expected at a path such as `organisation.colour`; `*` stands for any one key. */
  readonly expectations: Readonly<Record<string, string>>
  /** The keys of the object at a path, for *did you mean*. */
  readonly keysAt: (path: Path) => readonly string[]
}

/** Reports what a schema found in a JSON file, each finding at its place. */
export function reportIssues(
  file: VFile,
  json: Json,
  issues: readonly Issue[],
  words: Vocabulary,
): void {
  for (const issue of issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    if (issue.code === 'unrecognized_keys') reportUnknown(file, json, path, issue.keys, words)
    else report(file, 'config-value', sentence(issue, path, json, words), placeOf(json, path))
  }
}

function reportUnknown(
  file: VFile,
  json: Json,
  path: Path,
  keys: readonly string[],
  words: Vocabulary,
): void {
  const known = words.keysAt(path)
  for (const key of keys) {
    const note = known.length > 0 ? `Expected one of ${listed(known)}.` : undefined
    const place = json.locate([...path, key])
    report(
      file,
      'config-unknown-key',
      `Unexpected key \`${key}\`${didYouMean(key, known)}`,
      place,
      note,
    )
  }
}

function sentence(issue: Issue, path: Path, json: Json, words: Vocabulary): string {
  const value = valueAt(json.value, path)
  const name = path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')
  const wanted = expectationFor(words, path) ?? ordinary(issue)
  if (value === undefined) return `Missing \`${name}\`, expected ${wanted}`
  const where = name === '' ? '' : ` for \`${name}\``
  return `Unexpected value ${quoted(value)}${where}, expected ${wanted}`
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value)
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``
}

function ordinary(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${listed(issue.values.map(String))}`
  if (issue.code === 'invalid_type') return types[issue.expected] ?? issue.expected
  return 'a text that is not empty'
}

const types: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object in braces',
}

function expectationFor(words: Vocabulary, path: Path): string | undefined {
  const found = Object.entries(words.expectations).find(([pattern]) => {
    const parts = pattern.split('.')
    return (
      parts.length === path.length &&
      parts.every((part, index) => part === '*' || part === String(path[index]))
    )
  })
  return found?.[1]
}

/** The place of the value, or of the nearest object around it where the value is missing. */
function placeOf(json: Json, path: Path) {
  for (let length = path.length; length >= 0; length--) {
    const place = json.locateValue(path.slice(0, length))
    if (place) return place
  }
  return undefined
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? Reflect.get(inner, part)
        : undefined,
    value,
  )
}
