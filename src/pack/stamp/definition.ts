import { sealDefinition } from '../../contracts/definition.ts'
import type { Document } from '../../model/document.ts'
import type { Anchor, FormDefinition, FormOutline, Widget } from '../../model/form.ts'
import type { Config } from '../../model/organisation.ts'
import { tooltipAt } from './form/typing.ts'
import type { PlacedSlot } from './place-slots.ts'

/** What the form is, with the place of each slot and its hashes. */
export function define(
  document: Document,
  config: Config,
  print: {
    readonly pages: number
    readonly slots: readonly PlacedSlot[]
    readonly anchors: readonly Anchor[]
  },
): FormDefinition {
  return sealDefinition({
    ...outline(document, config),
    pages: print.pages,
    widgets: print.slots.map((placed) => {
      const { slot, marker, rect } = placed
      return {
        name: slot.name,
        ...(slot.state !== undefined && { state: slot.state }),
        ...(slot.control !== 'radio' && { tooltip: tooltipAt(placed, config.organisation) }),
        page: marker.page,
        rect: [...rect] as Widget['rect'],
      }
    }),
    anchors: [...print.anchors],
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
