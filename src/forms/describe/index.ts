import { takesOthers, takesSeveral } from '../../contracts/list-field.ts'
import { textsOf } from '../../contracts/printed.ts'
import type { DescribedField, DescribedForm, DescribedOption } from '../../model/described-form.ts'
import {
  type OpenOptions,
  openPdf,
  type PdfField,
  type PdfFile,
  readFormFields,
  readMetadata,
} from '../../pdf/index.ts'
import type { PageContent } from '../../pdf/page/index.ts'
import { type Legibility, legibility, pagesOf } from '../pages/index.ts'
import { readFormat } from './formats.ts'
import { groupsOf, labelsInGrids } from './groups.ts'
import { type Labels, labelsOn } from './labels.ts'

/** Bits of /Ff (ISO 32000-1, tables 221 and 228). */
const READ_ONLY = 1
const REQUIRED = 1 << 1
const MULTILINE = 1 << 12

/** Describes the fields of any PDF, in the order in which people read them. Throws a `PdfError` for a file that cannot be opened. */
export function describePdf(bytes: Uint8Array, options: OpenOptions = {}): DescribedForm {
  const pdf = openPdf(bytes, options)
  const { fields, hasXfa } = readFormFields(pdf)
  const { contents, count } = pagesOf(pdf)
  const found = labelsOn(contents, fields)
  const inGrids = labelsInGrids(fields, found)
  const labels: Labels = {
    ...found,
    ofField: (field) => inGrids.get(field.name) ?? found.ofField(field),
  }
  const title = titleOf(contents[0], pdf)
  const described = fields.map((field) => describeField(field, pdf, labels, contents))
  return {
    kind: fields.length > 0 ? 'fields' : hasXfa ? 'xfa' : without[legibility(contents)],
    pages: count,
    ...(title !== undefined && { title }),
    fields: described.toSorted(byPlace),
    groups: groupsOf(fields, labels),
  }
}

/** Part of the height of a page in which a title stands. */
const TOP = 0.6

function titleOf(page: PageContent | undefined, pdf: PdfFile): string | undefined {
  const glyphs = (page?.glyphs.slice(0, page.own.glyphs) ?? []).filter(
    ({ angle, y }) => angle === 0 && y > TOP * (page?.height ?? 0),
  )
  const sizes = glyphs.map(({ size }) => size).toSorted((a, b) => a - b)
  const largest = sizes.at(-1) ?? 0
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const [title] = textsOf(glyphs.filter(({ size }) => size > 0.95 * largest))
  if (title && largest > 1.15 * usual && /\p{L}{3}/u.test(title.text)) return title.text.trim()
  const said = readMetadata(pdf).info.get('Title')?.trim()
  return said && !/^(?:untitled|anonymous|microsoft word - .*|.*\.\w{3,4})$/i.test(said)
    ? said
    : undefined
}

const without: Readonly<Record<Legibility, DescribedForm['kind']>> = {
  text: 'flat',
  unmapped: 'flat',
  pictures: 'pictures',
}

function describeField(
  field: PdfField,
  pdf: PdfFile,
  labels: Labels,
  contents: readonly PageContent[],
): DescribedField {
  const { name, type, flags, maxLength, problems } = field
  const [place] = field.widgets.filter(({ page, rect }) => page !== undefined && rect !== undefined)
  const format = readFormat(field, pdf)
  const options = optionsOf(field, labels)
  return {
    name,
    type: types[type](field),
    ...labelOf(field, labels),
    ...(place?.page !== undefined && contents[place.page] && { page: place.page + 1 }),
    ...(place?.rect && { box: place.rect.map((value) => Math.round(value * 100) / 100) }),
    required: (flags & REQUIRED) !== 0,
    readOnly: (flags & READ_ONLY) !== 0,
    ...(type === 'text' && (flags & MULTILINE) !== 0 && { multiline: true as const }),
    ...(takesSeveral(field) && { several: true as const }),
    ...(takesOthers(field) && { editable: true as const }),
    ...(format && { format }),
    ...(maxLength !== undefined && maxLength > 0 && { maxLength }),
    ...(options.length > 0 && { options }),
    value: valueIn(field, options),
    ...(problems.length > 0 && { doubtful: true as const }),
  }
}

/** Boxes of one name that have different states are the buttons of a group, whatever they call themselves. */
const types: Readonly<Record<PdfField['type'], (field: PdfField) => DescribedField['type']>> = {
  text: () => 'text',
  checkbox: ({ widgets }) =>
    new Set(widgets.flatMap(({ onStates }) => onStates)).size > 1 ? 'radio' : 'checkbox',
  radio: () => 'radio',
  choice: () => 'list',
  signature: () => 'signature',
  pushbutton: () => 'button',
  unknown: () => 'unknown',
}

function labelOf(field: PdfField, labels: Labels): Pick<DescribedField, 'label' | 'labelFrom'> {
  const tooltip = field.tooltip?.replace(/\s+/g, ' ').trim()
  if (tooltip && isTelling(tooltip, field.name)) return { label: tooltip, labelFrom: 'tooltip' }
  const printed = labels.ofField(field)
  if (printed) return { label: printed, labelFrom: 'page' }
  return { label: tooltip || field.name, labelFrom: tooltip ? 'tooltip' : 'name' }
}

/** Programs that make forms put names such as `Text Box 1` where a question should stand. */
function isTelling(tooltip: string, name: string): boolean {
  const isMade =
    /^(?:text|check|radio|list|combo|date|form|fill|untitled|undefined|button|option|field|group)[\s_-]*(?:box|field|button|group)?[\s_-]*\d*$/i
  return /\p{L}{2}/u.test(tooltip) && !isMade.test(tooltip) && tooltip !== name
}

function optionsOf(field: PdfField, labels: Labels): DescribedOption[] {
  if (field.type === 'choice')
    return field.options.map(({ value, label }) => ({ value, label: label || value }))
  if (types[field.type](field) !== 'radio') return []
  return field.widgets.flatMap((widget): DescribedOption[] => {
    const [state] = widget.onStates
    if (state === undefined) return []
    return [{ value: state, label: labels.ofWidget(widget) ?? widget.exportValue ?? state }]
  })
}

function valueIn(field: PdfField, options: readonly DescribedOption[]): DescribedField['value'] {
  const { values, isBlank } = field
  if (types[field.type](field) === 'checkbox')
    return !isBlank && values.some((value) => value !== 'Off')
  if (field.signature) return 'signed'
  if (isBlank) return null
  const said = values.map(
    (value) => options.find((option) => option.value === value)?.label ?? value,
  )
  const [only = null] = said
  return said.length > 1 ? said : only
}

/** From top to bottom, and from left to right in a line. */
function byPlace(one: DescribedField, other: DescribedField): number {
  const [left = 0, , , top = 0] = one.box ?? []
  const [otherLeft = 0, , , otherTop = 0] = other.box ?? []
  const page = (one.page ?? Number.MAX_SAFE_INTEGER) - (other.page ?? Number.MAX_SAFE_INTEGER)
  if (page !== 0) return page
  return Math.abs(top - otherTop) > SAME_LINE ? otherTop - top : left - otherLeft
}

/** Points by which boxes of a line may differ. */
const SAME_LINE = 6
