import type { ObjectStore } from './object-store.ts'
import { isDict, type PdfArray, type PdfDict, type PdfObject } from './objects.ts'
import type { PdfFile } from './open.ts'
import { readAnnotationDicts, readPages } from './pages.ts'

const MAX_PROBLEMS = 1000

/** A field dictionary with what it inherits from those above it (ISO 32000-1, table 220). */
export interface FieldSource {
  readonly dict: PdfDict
  readonly type: PdfObject
  readonly flags: PdfObject
  readonly value: PdfObject
  readonly options: PdfObject
  readonly maxLength: PdfObject
}

/** A field as it stands in the file: all dictionaries that bear its name, and its widgets. */
export interface FieldNode {
  readonly name: string
  readonly sources: FieldSource[]
  readonly widgets: WidgetNode[]
  /** Whether it was found only on a page, not in the form. */
  readonly isUnlisted: boolean
}

/** A widget annotation; it may be the same dictionary as its field. */
export interface WidgetNode {
  readonly dict: PdfDict
  /** Page it is on, counted from 0. */
  readonly page: number | undefined
}

/** A fault of the form as a whole. */
export type FormProblem =
  /** The file has no form, or an empty one, but its pages have fields. */
  | { readonly kind: 'fields-not-listed'; readonly count: number }
  /** A field refers to a kid that is not there or is no dictionary. */
  | { readonly kind: 'kid-missing'; readonly parent: string }
  /** A field or widget is reached twice; the second way is not followed. */
  | { readonly kind: 'kid-shared'; readonly parent: string }
  /** Fields nest deeper than the limit; those below are not read. */
  | { readonly kind: 'nested-too-deep'; readonly parent: string }
  /** There are more fields than the limit; the others are not read. */
  | { readonly kind: 'too-many-fields' }

/** The fields of a form by their fully qualified names, in the order of the file. */
export interface FormTree {
  readonly nodes: Map<string, FieldNode>
  readonly problems: FormProblem[]
}

/** Collects the fields from the form, and those widgets from the pages that the form does not list. */
export function readFormTree(file: PdfFile): FormTree {
  const { objects } = file
  const form = objects.dict(file.catalog.get('AcroForm'))
  const walk = new Walk(objects, widgetPages(file))
  const fields = objects.array(form?.get('Fields')) ?? []
  // A list that also names the kids of its fields must not cut them off from their parents.
  const isRoot = (field: PdfObject) => objects.dict(field)?.has('Parent') !== true
  const [roots, others] = [fields.filter(isRoot), fields.filter((field) => !isRoot(field))]
  walk.run(roots)
  walk.addLoose(others.map((field) => objects.resolve(field)).filter(isDict))
  const listed = walk.tree.nodes.size
  walk.addUnlisted()
  const count = walk.tree.nodes.size - listed
  if (listed === 0 && count > 0) walk.tree.problems.push({ kind: 'fields-not-listed', count })
  return walk.tree
}

function widgetPages(file: PdfFile): Map<PdfDict, number> {
  const pages = new Map<PdfDict, number>()
  const { annotations } = file.objects.limits
  for (const page of readPages(file)) {
    for (const dict of readAnnotationDicts(file.objects, page)) {
      if (pages.size >= annotations) {
        file.objects.report({ kind: 'limit-reached', limit: 'annotations' })
        return pages
      }
      if (isWidget(file.objects, dict) && !pages.has(dict)) pages.set(dict, page.index)
    }
  }
  return pages
}

function isWidget(objects: ObjectStore, dict: PdfDict): boolean {
  const subtype = objects.name(dict.get('Subtype'))
  return subtype === 'Widget' || (subtype === undefined && (dict.has('FT') || dict.has('Parent')))
}

/** What is above a field. */
interface Place {
  readonly parent: FieldSource | undefined
  readonly parentName: string | undefined
  readonly depth: number
}

const top: Place = { parent: undefined, parentName: undefined, depth: 0 }

interface Step extends Place {
  readonly object: PdfObject
}

/** The walk over the tree of fields, without recursion, so that depth costs nothing. */
class Walk {
  readonly tree: FormTree = { nodes: new Map(), problems: [] }
  readonly #objects: ObjectStore
  readonly #pages: Map<PdfDict, number>
  readonly #visited = new Set<PdfDict>()
  readonly #reported = new Set<string>()
  /** How many fields without a parent have the same name. */
  readonly #alike = new Map<string, number>()
  #steps = 0
  #isUnlisted = false
  /** Whether the widget that is being added has neither the form nor a parent or kids to be one field with. */
  #isAlone = false

  constructor(objects: ObjectStore, pages: Map<PdfDict, number>) {
    this.#objects = objects
    this.#pages = pages
  }

  /** Walks down from these fields, which stand below `from`. */
  run(fields: PdfArray, from: Place = top): void {
    const stack: Step[] = []
    const push = (kids: PdfArray, place: Place) => {
      for (let i = kids.length - 1; i >= 0; i--) stack.push({ ...place, object: kids[i] ?? null })
    }
    push(fields, from)
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (++this.#steps > this.#objects.limits.fields * 4 || this.#isFull()) {
        this.#report({ kind: 'too-many-fields' })
        return
      }
      const dict = this.#enter(step)
      if (!dict) continue
      const source = inherit(this.#objects, dict, step.parent)
      const parentName = joinName(step.parentName, this.#partialName(dict))
      const next = { parent: source, parentName, depth: step.depth + 1 }
      push(this.#addField(source, parentName ?? '', step), next)
    }
  }

  /** Adds fields that know their parent, but may not be known to it. */
  addLoose(dicts: readonly PdfDict[]): void {
    for (const dict of dicts) {
      if (this.#visited.has(dict)) continue
      const line = this.#ancestors(dict)
      const root = line.at(-1)
      if (root && !this.#visited.has(root)) this.run([root])
      if (this.#visited.has(dict)) continue
      this.#isAlone = this.#isUnlisted && line.length === 0 && !dict.has('Kids')
      this.run([dict], this.#placeBelow(line))
      this.#isAlone = false
    }
  }

  /** Adds the widgets of the pages that have not been reached. */
  addUnlisted(): void {
    this.#isUnlisted = true
    this.addLoose([...this.#pages.keys()].filter((dict) => !this.#visited.has(dict)))
  }

  /** The dictionary to look at, unless it is none, is too deep or has been looked at. */
  #enter({ object, parentName = '', depth }: Step): PdfDict | undefined {
    const dict = this.#objects.resolve(object)
    if (!isDict(dict)) this.#report({ kind: 'kid-missing', parent: parentName })
    else if (this.#visited.has(dict)) this.#report({ kind: 'kid-shared', parent: parentName })
    else if (depth >= this.#objects.limits.fieldNesting) {
      this.#report({ kind: 'nested-too-deep', parent: parentName })
    } else {
      this.#visited.add(dict)
      return dict
    }
    return undefined
  }

  /** Adds the field if it has a value of its own to give; gives the kids to walk on to. */
  #addField(source: FieldSource, name: string, { depth, parent }: Step): PdfArray {
    const kids = this.#objects.array(source.dict.get('Kids')) ?? []
    const isOwnWidget = parent !== undefined && depth > 0 && !source.dict.has('T')
    if (kids.length === 0) {
      const node = this.#node(name)
      if (!isOwnWidget) node.sources.push(source)
      this.#addWidget(node, source)
    } else if (kids.some((kid) => this.#objects.dict(kid)?.has('T') === false)) {
      this.#node(name).sources.push(source)
    }
    return kids
  }

  #addWidget(node: FieldNode, source: FieldSource): void {
    const { dict } = source
    if (node.sources.length === 0) node.sources.push(source)
    if (!dict.has('Rect') && !this.#pages.has(dict)) return
    node.widgets.push({ dict, page: this.#pages.get(dict) })
  }

  #placeBelow(line: readonly PdfDict[]): Place {
    const place = { ...top, depth: line.length }
    for (const ancestor of line.toReversed()) {
      place.parent = inherit(this.#objects, ancestor, place.parent)
      place.parentName = joinName(place.parentName, this.#partialName(ancestor))
    }
    return place
  }

  /** Parent, grandparent and so on, as far as they are fields and do not loop. */
  #ancestors(dict: PdfDict): PdfDict[] {
    const line: PdfDict[] = []
    const seen = new Set([dict])
    for (let next = this.#parent(dict); next && !seen.has(next); next = this.#parent(next)) {
      if (line.length >= this.#objects.limits.fieldNesting) break
      seen.add(next)
      line.push(next)
    }
    return line
  }

  #parent(dict: PdfDict): PdfDict | undefined {
    const parent = this.#objects.resolve(dict.get('Parent'))
    return isDict(parent) && fieldKeys.some((key) => parent.has(key)) ? parent : undefined
  }

  #node(name: string): FieldNode {
    const known = this.tree.nodes.get(name)
    if (known?.isUnlisted && this.#isAlone) return this.#node(this.#nextName(name))
    if (known) return known
    const node = { name, sources: [], widgets: [], isUnlisted: this.#isUnlisted }
    this.tree.nodes.set(name, node)
    return node
  }

  /** Fields that lost what told them apart are no longer one because their last names are the same. */
  #nextName(name: string): string {
    const count = (this.#alike.get(name) ?? 1) + 1
    this.#alike.set(name, count)
    return `${name} (${count})`
  }

  #partialName(dict: PdfDict): string | undefined {
    return this.#objects.text(dict.get('T'))?.text
  }

  #isFull(): boolean {
    return this.tree.nodes.size >= this.#objects.limits.fields
  }

  #report(problem: FormProblem): void {
    const key = JSON.stringify(problem)
    if (this.#reported.has(key) || this.#reported.size >= MAX_PROBLEMS) return
    this.#reported.add(key)
    this.tree.problems.push(problem)
  }
}

function inherit(objects: ObjectStore, dict: PdfDict, from: FieldSource | undefined): FieldSource {
  const own = (key: string) => objects.resolve(dict.get(key))
  return {
    dict,
    type: own('FT') ?? from?.type ?? null,
    flags: own('Ff') ?? from?.flags ?? null,
    value: own('V') ?? from?.value ?? null,
    options: own('Opt') ?? from?.options ?? null,
    maxLength: own('MaxLen') ?? from?.maxLength ?? null,
  }
}

function joinName(parent: string | undefined, own: string | undefined): string | undefined {
  return parent === undefined || own === undefined ? (own ?? parent) : `${parent}.${own}`
}

const fieldKeys = ['T', 'Kids', 'FT']
