import { sealDefinition } from '../../contracts/definition.ts'
import { printOfPdf } from '../../contracts/printed.ts'
import type { Document } from '../../model/document.ts'
import type { FormDefinition, FormOutline, Widget } from '../../model/form.ts'
import type { Config } from '../../model/organisation.ts'
import { tooltipAt } from './form/typing.ts'
import type { PlacedSlot } from './place-slots.ts'

/** What the form is, with the place of each slot, what is printed on its pages, and its hashes. */
export function define(
  document: Document,
  config: Config,
  print: {
    readonly pages: number
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
  return sealDefinition({
    ...outline(document, config),
    pages: print.pages,
    widgets,
    ...printOfPdf(print.pdf, widgets),
  })
}

function outline({ meta, fields }: Document, { organisation }: Config): FormOutline {
  return {
    format: 1,
    id: meta.id,
    version: meta.version,
    title: meta.title,
    organisation: organisation.name,
    locale: organisation.locale,
    recordKey: meta.recordKey,
    ...(meta.retention !== undefined && { retention: meta.retention }),
    ...(meta.sensitive !== undefined && { sensitive: meta.sensitive }),
    rules: meta.rules,
    fields: [...fields],
  }
}
