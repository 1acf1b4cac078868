import type { PDFPage } from 'pdf-lib'
import { sealDefinition } from '../../contracts/definition.ts'
import { printOfPdf } from '../../contracts/printed.ts'
import type { Document } from '../../model/document.ts'
import type { FormDefinition, FormOutline, RecordKey, Widget } from '../../model/form.ts'
import { namesIn } from '../../model/form-rule.ts'
import type { Config } from '../../model/organisation.ts'
import { tooltipAt } from './form/typing.ts'
import { placesOfMarks } from './page-marks.ts'
import type { PlacedSlot } from './place-slots.ts'

/** What the form is, with the place of each slot, what is printed on its pages, and its hashes. */
export function define(
  document: Document,
  config: Config,
  print: {
    readonly pages: readonly PDFPage[]
    readonly slots: readonly PlacedSlot[]
    /** The blank form. */
    readonly pdf: Uint8Array
  },
): FormDefinition {
  const widgets = print.slots.map((placed): Widget => {
    const { slot, marker, rect } = placed
    return {
      name: slot.name,
      ...(slot.state !== undefined && { state: slot.state }),
      ...(slot.control !== 'radio' && { tooltip: tooltipAt(placed, config.organisation) }),
      page: marker.page,
      rect: [...rect],
    }
  })
  const { anchors, printed } = printOfPdf(print.pdf, widgets)
  return sealDefinition({
    ...outline(document, config),
    pages: print.pages.length,
    widgets,
    anchors,
    printed: printed.map((page, index) => ({
      ...page,
      drawings: [...page.drawings, ...placesOfMarks(print.pages[index]!)],
    })),
  })
}

export function outline(
  { meta, fields, withoutFields = new Set() }: Document,
  { organisation }: Config,
): FormOutline {
  return {
    format: 1,
    id: meta.id,
    version: meta.version,
    title: meta.title,
    organisation: organisation.name,
    locale: organisation.locale,
    recordKey: meta.recordKey.flatMap((part) => keyWithout(part, withoutFields)),
    ...(meta.retention !== undefined && { retention: meta.retention }),
    ...(meta.keep && { keep: meta.keep }),
    ...(meta.sensitive !== undefined && { sensitive: meta.sensitive }),
    ...(meta.recipients.length > 0 && { recipients: meta.recipients }),
    ...(meta.privacy && {
      privacy: { purpose: meta.privacy.purpose, basis: meta.privacy.basis },
    }),
    ...(meta.private !== undefined && { private: meta.private }),
    rules: meta.rules.filter((rule) => !namesIn(rule).some((name) => withoutFields.has(name))),
    fields: [...fields],
  }
}

function keyWithout(part: RecordKey[number], gone: ReadonlySet<string>): RecordKey {
  if (typeof part === 'string') return gone.has(part) ? [] : [part]
  const left = part.filter((name) => !gone.has(name))
  const [only, another] = left
  return only === undefined ? [] : [another === undefined ? only : left]
}
