import type { VFile } from 'vfile'
import type { z } from 'zod'
import { report } from '../../messages/message.ts'
import { didYouMean, listed, nearest } from '../../messages/suggest.ts'
import { FrontMatter } from '../../model/document.ts'
import type { Yaml } from './yaml.ts'

type Issue = z.core.$ZodIssue
type Path = readonly (string | number)[]

/** Reports what the schema found, each fault at its value or, where that is missing, at what should hold it. */
export function reportIssues(issues: readonly Issue[], yaml: Yaml, file: VFile): void {
  const misspelt = misspeltIn(issues)
  for (const issue of issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    const [key] = path
    if (issue.code === 'unrecognized_keys') reportUnknown(issue.keys, path, yaml, file)
    else if (path.length !== 1 || !misspelt.has(key) || valueAt(yaml.data, path) !== undefined)
      report(file, 'front-matter', describe(issue, path, yaml), placeOf(path, yaml))
  }
}

/** The keys that are missing only because they are written otherwise, as in `titel: …`. */
function misspeltIn(issues: readonly Issue[]): ReadonlySet<unknown> {
  const known = Object.keys(FrontMatter.shape)
  return new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0
        ? issue.keys.map((key) => nearest(key, known))
        : [],
    ),
  )
}

function reportUnknown(keys: readonly string[], path: Path, yaml: Yaml, file: VFile): void {
  const known = path.length === 0 ? Object.keys(FrontMatter.shape) : []
  for (const key of keys) {
    const reason = `Unexpected key \`${key}\`${didYouMean(key, known)}`
    const note = known.length > 0 ? `Front matter has ${listed(known)}.` : undefined
    report(file, 'front-matter', reason, yaml.locateKey([...path, key]), note)
  }
}

function describe(issue: Issue, path: Path, yaml: Yaml): string {
  const name = nameOf(path)
  const value = valueAt(yaml.data, path)
  if (value === undefined) return path.length === 0 ? 'Missing front matter' : `Missing \`${name}\``
  const written = yaml.written(path) ?? JSON.stringify(value)
  const found = `Unexpected value \`${written}\` for \`${name}\``
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    return `${found}${didYouMean(written, values) || `, expected one of ${listed(values)}`}`
  }
  return `${found}, expected ${expected(issue, path, value)}`
}

function expected(issue: Issue, path: Path, value: unknown): string {
  const own = expectations[String(path[0])]
  if (own) return own
  if (issue.code !== 'invalid_type') return 'text'
  if (issue.expected === 'boolean') return '`true` or `false`'
  return typeof value === 'object' ? 'text' : 'text; put it in quotes'
}

/** What the keys take, where the schema's own words would not help an author. */
const expectations: Readonly<Record<string, string>> = {
  id: 'lower-case words joined by hyphens, such as `mentoring-policy`, and not `index`, `pack`, `register` or a name of Windows such as `con`',
  version: 'a version such as `1.0.0`',
  related: 'a list of ids of documents, such as `[mentoring-policy, mentoring-contract]`',
  changes: 'a list of changes, each such as `{date: 2026-11-01, reason: First issue, author: …}`',
  recordKey:
    'a list of names of fields, such as `[mentee.name, partnership.start]`, or of alternatives, such as `[[mentee.identity, mentee.name]]`',
  minutes: 'a whole number of minutes, such as `10`',
  recipients: 'a list such as `[{who: your line manager, sees: everything}]`',
  privacy: '`{purpose: …, basis: …}`, both in plain words',
  private:
    '`true`, `{unless: {field: sharing, is: shared}}`, or `{fields: [goals], unless: {field: shared, is: true}}`',
  rules:
    'a rule such as `{field: partnership.end, after: partnership.start}`, `{distinct: [mentee.name, mentor.name]}`, ' +
    '`{rows: actions, atLeast: 1}` or `{field: a.when, requiredWhen: {field: a.made, is: yes}}`',
}

function placeOf(path: Path, yaml: Yaml) {
  for (let length = path.length; length > 0; length--) {
    const place = yaml.locate(path.slice(0, length))
    if (place) return place
  }
  return { line: 1, column: 1 }
}

function nameOf(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? Reflect.get(value, part)
        : undefined,
    data,
  )
}
