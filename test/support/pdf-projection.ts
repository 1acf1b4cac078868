import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another program than ours finds in a PDF. */
export interface PdfProjection {
  readonly title: unknown
  /** BCP 47, as the catalogue says. */
  readonly language: string | null
  readonly pages: readonly PageProjection[]
  /** Links inside the file that lead nowhere. */
  readonly deadLinks: readonly string[]
  /** True when a script is attached to the file, a page or a field. */
  readonly hasScripts: boolean
}

/** What stands on a page. */
export interface PageProjection {
  /** Left, bottom, right, top in PDF points. */
  readonly box: Rectangle
  /** The text as it is drawn, with single spaces. */
  readonly text: string
  /** Left and right end of what is drawn as text, PDF points. */
  readonly textSpan: readonly [number, number]
  readonly widgets: readonly WidgetProjection[]
  /** Addresses of the links that lead out of the file. */
  readonly links: readonly string[]
  /** Everything that the annotations say in words. */
  readonly annotationTexts: readonly string[]
}

/** A place that can be filled in. */
export interface WidgetProjection {
  readonly name: string
  readonly type: 'text' | 'multiline' | 'checkbox' | 'radio' | 'dropdown' | 'signature'
  readonly tooltip: string
  readonly required: boolean
  /** On-state of a checkbox or radio button. */
  readonly state?: string
  readonly maxLength?: number
  /** What a drop-down offers. */
  readonly options?: readonly string[]
  readonly box: Rectangle
}

export type Rectangle = readonly [number, number, number, number]

/** Opens a PDF with pdf.js and tells what is there. Rejects when pdf.js cannot read it. */
export async function projectPdf(pdf: Uint8Array): Promise<PdfProjection> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  try {
    const file = await task.promise
    const { info } = await file.getMetadata()
    const { Title: title = null, Language: language = null } = info as Info
    const pages: PageProjection[] = []
    const deadLinks: string[] = []
    let hasScripts = (await file.getJSActions()) !== null
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const annotations: Annotation[] = await page.getAnnotations()
      pages.push(await projectPage(page, annotations))
      hasScripts ||= (await page.getJSActions()) !== null
      for (const { dest, actions } of annotations) {
        if (typeof dest === 'string' && !(await file.getDestination(dest))) deadLinks.push(dest)
        hasScripts ||= Boolean(actions)
      }
    }
    return { title, language, pages, deadLinks, hasScripts }
  } finally {
    await task.destroy()
  }
}

interface Info {
  Title?: string
  Language?: string
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

async function projectPage(
  page: PdfPage,
  annotations: readonly Annotation[],
): Promise<PageProjection> {
  const content = await page.getTextContent()
  const items = content.items.filter((item) => 'str' in item)
  const drawn = items.filter(({ str }) => str.trim() !== '')
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  return {
    box: [left, bottom, right, top],
    text: items
      .map(({ str, hasEOL }) => str + (hasEOL ? ' ' : ''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    textSpan: [
      Math.min(...drawn.map(({ transform }) => transform[4])),
      Math.max(...drawn.map(({ transform, width }) => transform[4] + width)),
    ],
    widgets: annotations.filter(({ subtype }) => subtype === 'Widget').map(projectWidget),
    links: annotations.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []),
    annotationTexts: annotations.flatMap(textsOf),
  }
}

/** The part of pdf.js's annotations that is used here. */
interface Annotation {
  subtype: string
  rect: [number, number, number, number]
  dest?: unknown
  actions?: unknown
  url?: string
  unsafeUrl?: string
  fieldName?: string
  fieldType?: 'Tx' | 'Btn' | 'Ch' | 'Sig'
  fieldValue?: unknown
  alternativeText?: string
  contentsObj?: { str: string }
  required?: boolean
  multiLine?: boolean
  checkBox?: boolean
  maxLen?: number | null
  exportValue?: string
  buttonValue?: string
  options?: { displayValue: string }[]
}

function projectWidget(annotation: Annotation): WidgetProjection {
  const { fieldName = '', alternativeText = '', required = false, rect } = annotation
  const state = annotation.exportValue ?? annotation.buttonValue
  return {
    name: fieldName,
    type: typeOf(annotation),
    tooltip: alternativeText,
    required,
    ...(annotation.fieldType === 'Btn' && state !== undefined && { state }),
    ...(annotation.maxLen && { maxLength: annotation.maxLen }),
    ...(annotation.options?.length && {
      options: annotation.options.map(({ displayValue }) => displayValue),
    }),
    box: rect,
  }
}

function typeOf({ fieldType, multiLine, checkBox }: Annotation): WidgetProjection['type'] {
  switch (fieldType) {
    case 'Btn':
      return checkBox ? 'checkbox' : 'radio'
    case 'Ch':
      return 'dropdown'
    case 'Sig':
      return 'signature'
    default:
      return multiLine ? 'multiline' : 'text'
  }
}

function textsOf({ alternativeText, contentsObj, fieldName, fieldValue, options }: Annotation) {
  const shown = options?.map(({ displayValue }) => displayValue) ?? []
  return [alternativeText, contentsObj?.str, fieldName, fieldValue, ...shown].filter(
    (text) => typeof text === 'string' && text !== '',
  ) as string[]
}
