import { readButtonValues } from './button-value.ts'
import { chooseReading, type FieldProblem, type Reading } from './field-problems.ts'
import { readTexts } from './field-text.ts'
import type { FormContext } from './form-context.ts'
import { type FieldNode, type FieldSource, type FormProblem, readFormTree } from './form-tree.ts'
import type { ObjectStore } from './object-store.ts'
import {
  isArray,
  isDict,
  nameOf,
  type PdfDict,
  type PdfObject,
  PdfRef,
  PdfString,
} from './objects.ts'
import type { PdfFile } from './open.ts'
import { readRichText } from './rich-text.ts'
import { normaliseText } from './text-string.ts'
import { hasStates, type PdfWidget, readWidgets } from './widgets.ts'

/** Bits 17 and 16 of /Ff (ISO 32000-1, table 226). */
const PUSHBUTTON_FLAG = 1 << 16
const RADIO_FLAG = 1 << 15
/** Bit 26 (table 228). */
const RICH_TEXT_FLAG = 1 << 25

/** What a field is, by its /FT and flags (ISO 32000-1, 12.7.4). */
type FieldType = 'text' | 'checkbox' | 'radio' | 'choice' | 'signature' | 'pushbutton' | 'unknown'

/** An option of a choice field: what is stored, and what people see. */
interface ChoiceOption {
  readonly value: string
  readonly label: string
}

export interface PdfField {
  /** Fully qualified, its parts joined by dots; with a number behind it where fields were torn from the form and have one name. */
  readonly name: string
  readonly type: FieldType
  /** /Ff, its bits as in the file. */
  readonly flags: number
  /**
   * What is filled in: one text, the chosen options as they are stored, or the on-states of a button. Line ends are LF,
   * characters NFC. Empty where nothing is filled in.
   */
  readonly values: readonly string[]
  /** Whether nothing is filled in, or nothing signed. */
  readonly isBlank: boolean
  /** /TU, what people are told of the field. */
  readonly tooltip: string | undefined
  readonly maxLength: number | undefined
  /** Of a choice field. */
  readonly options: readonly ChoiceOption[]
  /** The signature dictionary, where the field is a signed signature field. */
  readonly signature: PdfDict | undefined
  readonly widgets: readonly PdfWidget[]
  /** Why the value may not be what was filled in; without problems it is certain. */
  readonly problems: readonly FieldProblem[]
}

/** The fields of a form, in the order of the file. */
export interface FormFields {
  readonly fields: PdfField[]
  readonly problems: readonly FormProblem[]
  /** Whether there is an XFA form beside the fields. */
  readonly hasXfa: boolean
  /** Whether programs are asked to make the looks of all fields anew from their values. */
  readonly needsAppearances: boolean
}

/** Reads the form fields: the value is /V; where it is missing, /AS of a button, and with a problem /RV of a text and /I of a choice. */
export function readFormFields(file: PdfFile): FormFields {
  const { nodes, problems } = readFormTree(file)
  const { objects, catalog } = file
  const form = objects.dict(catalog.get('AcroForm'))
  const needsAppearances = objects.resolve(form?.get('NeedAppearances')) === true
  const context: FormContext = { objects, needsAppearances }
  return {
    fields: Array.from(nodes.values(), (node) => describeField(context, node)),
    problems,
    needsAppearances,
    hasXfa: objects.resolve(form?.get('XFA')) !== null,
  }
}

function describeField(context: FormContext, node: FieldNode): PdfField {
  const { objects } = context
  const problems = nodeProblems(objects, node)
  const flags = objects.number(firstOf(node, 'flags')) ?? 0
  const type = fieldType(nameOf(firstOf(node, 'type')) ?? typeShown(objects, node), flags)
  const isButton = type === 'checkbox' || type === 'radio'
  const options = readOptions(objects, firstOf(node, 'options'))
  const exports = isButton ? options.map(({ value }) => value) : []
  const widgets = readWidgets(objects, node.widgets, exports)
  const values = readValues[type](context, node, widgets, problems)
  const signature =
    type === 'signature' ? node.sources.map(({ value }) => value).find(isDict) : undefined
  const dicts = dictsOf(node)
  return {
    name: node.name,
    type,
    flags,
    values,
    isBlank: values.length === 0 && signature === undefined,
    tooltip: firstText(objects, dicts, 'TU'),
    maxLength: objects.number(firstOf(node, 'maxLength')),
    options: type === 'choice' ? options : [],
    signature,
    widgets,
    problems,
  }
}

type ReadValues = (
  context: FormContext,
  node: FieldNode,
  widgets: readonly PdfWidget[],
  problems: FieldProblem[],
) => readonly string[]

const readTextual: ReadValues = (context, node, _, problems) =>
  chooseReading(statedTexts(context, node, problems), problems)

function statedTexts(
  { objects }: FormContext,
  node: FieldNode,
  problems: FieldProblem[],
): Reading[] {
  const readings: Reading[] = []
  const add = (from: Reading['from'], value: PdfObject) => {
    const values = readTexts(objects, value, problems)
    if (values) readings.push({ from, values })
  }
  for (const source of node.sources) add('field', source.value)
  for (const { dict } of node.widgets) {
    if (!node.sources.some((source) => source.dict === dict)) {
      add('widget', objects.resolve(dict.get('V')))
    }
  }
  return readings
}

const readText: ReadValues = (context, node, _, problems) => {
  const stated = statedTexts(context, node, problems)
  if (node.sources.some(({ value }) => isArray(value))) {
    problems.push({ kind: 'wrong-value-type', found: 'array' })
  }
  const rich = readRich(context.objects, node)
  if (rich === undefined) return chooseReading(stated, problems)
  const reading: Reading = { from: 'rich-text', values: [rich] }
  if (stated.length === 0) return implied('rich-text', [rich], problems)
  // Programs show it only where the field asks for formatted text; elsewhere it is left over.
  if (!((context.objects.number(firstOf(node, 'flags')) ?? 0) & RICH_TEXT_FLAG))
    return chooseReading(stated, problems)
  const isSaid = stated.some(({ values }) => words(values.join('\n')) === words(rich))
  return chooseReading(isSaid ? stated : [...stated, reading], problems)
}

function readRich(objects: ObjectStore, node: FieldNode): string | undefined {
  return dictsOf(node)
    .map((dict) => readRichText(objects, dict))
    .find((text) => text)
}

/** A text as it is compared, since formatted text has white space of its own. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const readChoice: ReadValues = (context, node, _, problems) => {
  const stated = statedTexts(context, node, problems)
  if (stated.length > 0) return chooseReading(stated, problems)
  const { objects } = context
  const options = readOptions(objects, firstOf(node, 'options'))
  const indexes = dictsOf(node).flatMap((dict) => objects.array(dict.get('I')) ?? [])
  const chosen = indexes.flatMap((index) => options[objects.number(index) ?? -1]?.value ?? [])
  return chosen.length === 0 ? [] : implied('index', [...new Set(chosen)], problems)
}

function implied(
  by: 'rich-text' | 'index',
  values: readonly string[],
  problems: FieldProblem[],
): readonly string[] {
  problems.push({ kind: 'value-implied', by, values })
  return values
}

/** What some programs write into a box to sign in: a name that was typed. */
const readTyped: ReadValues = ({ objects }, node, _, problems) => {
  const typed = node.sources.map(({ value }) => value).find((value) => value instanceof PdfString)
  return typed ? (readTexts(objects, typed, problems) ?? []) : []
}

const readNothing: ReadValues = () => []

const readValues: Record<FieldType, ReadValues> = {
  text: readText,
  choice: readChoice,
  unknown: readTextual,
  checkbox: readButtonValues,
  radio: readButtonValues,
  pushbutton: readNothing,
  signature: readTyped,
}

function fieldType(type: string | undefined, flags: number): FieldType {
  if (type !== 'Btn') return types.get(type) ?? 'unknown'
  if (flags & PUSHBUTTON_FLAG) return 'pushbutton'
  return flags & RADIO_FLAG ? 'radio' : 'checkbox'
}

/** A button that lost its field still has the looks of one. */
function typeShown(objects: ObjectStore, { widgets }: FieldNode): 'Btn' | undefined {
  return widgets.some((widget) => hasStates(objects, widget)) ? 'Btn' : undefined
}

function nodeProblems(objects: ObjectStore, node: FieldNode): FieldProblem[] {
  const problems: FieldProblem[] = []
  const named = new Set(
    node.sources.map(({ type }) => nameOf(type)).filter((type) => type !== undefined),
  )
  if (named.size === 0) problems.push({ kind: 'type-missing' })
  if (named.size > 1) problems.push({ kind: 'mixed-types', types: [...named] })
  if (node.isUnlisted) problems.push({ kind: 'not-listed' })
  if (dictsOf(node).some((dict) => isDamaged(objects, dict))) {
    problems.push({ kind: 'damaged-object' })
  }
  return problems
}

function isDamaged(objects: ObjectStore, dict: PdfDict): boolean {
  const value = dict.get('V') ?? null
  if (objects.isDoubtful(dict) || objects.isDoubtful(value)) return true
  return value instanceof PdfRef && objects.resolve(value) === null
}

function dictsOf(node: FieldNode): PdfDict[] {
  return [...new Set([...node.sources, ...node.widgets].map(({ dict }) => dict))]
}

function firstOf(node: FieldNode, key: Exclude<keyof FieldSource, 'dict'>): PdfObject {
  return node.sources.find((source) => source[key] !== null)?.[key] ?? null
}

function firstText(
  objects: ObjectStore,
  dicts: readonly PdfDict[],
  key: string,
): string | undefined {
  for (const dict of dicts) {
    const text = objects.text(dict.get(key))?.text
    if (text !== undefined) return normaliseText(text)
  }
  return undefined
}

/** Reads /Opt, whose entries are a text, or a pair of value and label (ISO 32000-1, table 231). */
function readOptions(objects: ObjectStore, options: PdfObject): ChoiceOption[] {
  if (!isArray(options)) return []
  return options.slice(0, objects.limits.fields).map((option) => {
    const [value, label] = objects.array(option) ?? [option, option]
    return { value: optionText(objects, value), label: optionText(objects, label ?? value) }
  })
}

function optionText(objects: ObjectStore, option: PdfObject | undefined): string {
  return normaliseText(objects.text(option)?.text ?? '')
}

const types = new Map<string | undefined, FieldType>([
  ['Tx', 'text'],
  ['Ch', 'choice'],
  ['Sig', 'signature'],
])
