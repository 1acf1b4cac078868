import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib'
import { type Control, hasLines, type Slot, visibleOptions } from '../../../contracts/slot.ts'
import { groupTooltip } from '../../../contracts/tooltip.ts'
import type { Say } from '../../../language/words.ts'
import { FORM_FONT, type FormFont } from '../font/form-font.ts'
import { text } from '../objects.ts'
import { dot, emptyText, nothing, off, type Size, tick, writingLines } from './appearance.ts'
import { AUTOMATIC } from './typing.ts'

/** Entries of a field or widget dictionary; plain strings are names. */
export type Entries = Record<string, PDFObject | string | number>

/** What is needed to draw a control. */
export interface Drawing {
  readonly context: PDFContext
  readonly font: FormFont
  readonly slot: Slot
  readonly size: Size
  /** Size in points of what is typed on one line. */
  readonly fontSize: number
}

/** The name in resources of the font with ticks and dots, for programs that draw buttons anew. */
export const BUTTON_FONT = 'ZaDb'

/** Field flags (ISO 32000-1, tables 221, 226, 228 and 230). */
const flags = {
  required: 1 << 1,
  multiline: 1 << 12,
  noToggleToOff: 1 << 14,
  radio: 1 << 15,
  combo: 1 << 17,
} as const

/** How each control becomes a field with its widget. */
export const controls = {
  text: textBox,
  checkbox,
  radio: radioButton,
  dropdown,
  signature,
} satisfies Record<Control, (drawing: Drawing) => Entries>

/** The field that the buttons of a group share. */
export function radioGroup(slot: Slot, say: Say): Entries {
  const must = required(slot)
  return {
    FT: 'Btn',
    // An answer that is not required can be taken back.
    Ff: flags.radio | must | (must ? flags.noToggleToOff : 0),
    TU: text(groupTooltip(slot, say)),
    V: 'Off',
  }
}

function textBox(drawing: Drawing): Entries {
  const { slot, fontSize } = drawing
  const { field } = slot
  const isLong = hasLines(slot)
  return {
    FT: 'Tx',
    // No box is closed when it is full: what is beyond its edge is kept, and the import tells of it.
    Ff: required(slot) | (isLong ? flags.multiline : 0),
    DA: text(`/${FORM_FONT} ${isLong ? AUTOMATIC : fontSize} Tf 0 g`),
    ...('maxLength' in field && field.maxLength && { MaxLen: field.maxLength }),
    AP: drawing.context.obj({ N: emptyBox(drawing) }),
  }
}

function emptyBox({ context, slot: { field }, size, font }: Drawing): PDFRef {
  return field.type === 'multiline'
    ? writingLines(context, size, field.lines, font.ref, FORM_FONT)
    : emptyText(context, size, font.ref, FORM_FONT)
}

function dropdown(drawing: Drawing): Entries {
  const { context, slot, size, font, fontSize } = drawing
  const { field } = slot
  const labels = field.type === 'select' ? visibleOptions(field).map(({ label }) => label) : []
  return {
    FT: 'Ch',
    Ff: required(slot) | flags.combo,
    // The empty option takes an answer back.
    Opt: context.obj(['', ...labels].map(text)),
    DA: text(`/${FORM_FONT} ${fontSize} Tf 0 g`),
    AP: context.obj({ N: emptyText(context, size, font.ref, FORM_FONT) }),
  }
}

function checkbox(drawing: Drawing): Entries {
  return { FT: 'Btn', Ff: required(drawing.slot), V: 'Off', ...button(drawing, tick, '4') }
}

function radioButton(drawing: Drawing): Entries {
  return button(drawing, dot, 'l')
}

/** The widget of a button: its two states, and the character of the button font that looks like it. */
function button({ context, slot, size }: Drawing, on: typeof tick, character: string): Entries {
  const states = { [slot.state ?? 'yes']: on(context, size), Off: off(context, size) }
  return {
    AS: 'Off',
    AP: context.obj({ N: states }),
    MK: context.obj({ CA: text(character) }),
    DA: text(`/${BUTTON_FONT} 0 Tf 0 g`),
  }
}

function signature({ context, slot, size }: Drawing): Entries {
  return { FT: 'Sig', Ff: required(slot), AP: context.obj({ N: nothing(context, size) }) }
}

/**
 * The flag for questions that must be answered. Not for cells, since a row may stay empty; nor for one of several
 * boxes or the text of "Other", which depend on the rest of the answer.
 */
function required({ field, cell, control }: Slot): number {
  const isOther = control === 'text' && (field.type === 'choice' || field.type === 'select')
  const isPart = cell !== undefined || field.type === 'checks' || isOther
  return field.required && !isPart ? flags.required : 0
}
