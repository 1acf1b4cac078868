import type { VFile } from 'vfile'
import { fold } from '../../language/fold.ts'
import { readDate } from '../../language/read-date.ts'
import { slug } from '../../language/slug.ts'
import { report } from '../../messages/message.ts'
import { DocumentId, FrontMatter, kinds } from '../../model/document.ts'
import type { Yaml } from './yaml.ts'

/** What people call the keys, without spaces, beside the names that these have. */
const otherNames: Readonly<Record<string, string>> = {
  approvedby: 'approver',
  changehistory: 'changes',
  description: 'summary',
  doctype: 'kind',
  documentid: 'id',
  documentnumber: 'number',
  documentowner: 'owner',
  documenttitle: 'title',
  documenttype: 'kind',
  effectivedate: 'effective',
  effectivefrom: 'effective',
  name: 'title',
  nextreview: 'review',
  policynumber: 'number',
  policyowner: 'owner',
  relateddocuments: 'related',
  retentionperiod: 'retention',
  reviewdate: 'review',
  type: 'kind',
}

/** How a value that is written otherwise is meant; undefined where that is not certain. */
type Meant = (written: string) => unknown

/** A date that is the same wherever it is read: `1 March 2027`, but not `3/4/2027`. */
const certain: Meant = (written) => {
  const [one, other] = ['en-GB', 'en-US'].map((locale) => readDate(written, locale))
  const isCertain =
    one && one.date === other?.date && !one.ambiguous && !one.wrongWeekday && !one.isMisspelt
  return isCertain ? one.date : undefined
}

const truth: Meant = (written) =>
  ({ yes: true, on: true, no: false, off: false })[written.toLowerCase()]

const meantBy: Readonly<Record<string, Meant>> = {
  id: (written) => idFrom(written),
  kind: (written) => kindIn(written),
  version: (written) => {
    const [, numbers] = /^(?:v|version )?(\d+(?:\.\d+){0,2})$/i.exec(written.trim()) ?? []
    return numbers && [...numbers.split('.'), '0', '0'].slice(0, 3).join('.')
  },
  title: (written) => written,
  number: (written) => written,
  related: (written) =>
    written
      .split(/[,;]/)
      .map((part) => idFrom(part.trim().replace(/\.md$/, '')) ?? part)
      .filter((part) => part !== ''),
  effective: certain,
  review: certain,
  numbered: truth,
  contents: truth,
}

/**
 * Front matter as people write it: keys in any capitals and under other usual names, `version: 1`, `kind: Policy`, an id in words
 * or none. What was taken for what is one message on the file.
 */
export function asMeant(yaml: Yaml, file: VFile): Yaml {
  const { data } = yaml
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return yaml
  const writtenAs = new Map<string, string>()
  const taken: string[] = []
  const meant = new Map<string, unknown>()
  for (const [key, value] of Object.entries(data)) {
    const name = nameOf(key, data)
    writtenAs.set(name, key)
    const written = yaml.written([key])
    const isAsExpected =
      !Object.hasOwn(meantBy, name) ||
      (meantBy[name] !== certain && fieldOf(name).safeParse(value).success)
    const other = isAsExpected || written === undefined ? undefined : meantBy[name]?.(written)
    meant.set(name, other ?? value)
    if (
      name.toLowerCase() !== key.toLowerCase() ||
      (other !== undefined && shown(other) !== written)
    )
      taken.push(`\`${key}: ${written ?? '…'}\` as \`${name}: ${shown(other ?? written)}\``)
  }
  if (!meant.has('id')) {
    const id = idFrom(file.stem ?? '')
    if (id !== undefined) {
      meant.set('id', id)
      taken.push(`no \`id\` as \`${id}\`, the name of the file`)
    }
  }
  if (taken.length === 0) return yaml
  const [first = ''] = writtenAs.values()
  report(
    file,
    'front-matter-read',
    `Took ${new Intl.ListFormat('en-GB').format(taken)}`,
    yaml.locateKey([first]),
  )
  const own = (path: readonly (string | number)[]) => {
    const [name, ...rest] = path
    return [typeof name === 'string' ? (writtenAs.get(name) ?? name) : name!, ...rest]
  }
  return {
    ...yaml,
    data: Object.fromEntries(meant),
    locate: (path) => yaml.locate(own(path)),
    locateKey: (path) => yaml.locateKey(own(path)),
    written: (path) => yaml.written(own(path)),
  }
}

function fieldOf(name: string) {
  return FrontMatter.shape[name as keyof typeof FrontMatter.shape]
}

/** The key that is meant; the written one where none is, or where that stands there as well. */
function nameOf(key: string, data: object): string {
  if (Object.hasOwn(FrontMatter.shape, key)) return key
  const plain = fold(key).replace(/[\s_-]/g, '')
  const name =
    Object.keys(FrontMatter.shape).find((one) => one.toLowerCase() === plain) ??
    (Object.hasOwn(otherNames, plain) ? otherNames[plain] : undefined)
  return name === undefined || Object.hasOwn(data, name) ? key : name
}

function idFrom(text: string): string | undefined {
  const id = DocumentId.safeParse(slug(text, ''))
  return id.success ? id.data : undefined
}

function kindIn(text: string): string | undefined {
  const plain = fold(text).trim()
  return kinds.find((kind) => kind === plain || `${kind}s` === plain)
}

function shown(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value ?? '…')
}
