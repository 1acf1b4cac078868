import type { Element } from 'xast'
import { BLANK } from '../blank.ts'
import { attribute, childOf, elementsOf, isOn, nameOf, textIn, valueIn, within } from './xml.ts'

const DATE = '__/__/____'
/** What programs write into a list before anything is chosen. */
const NO_CHOICE = /^(?:choose|select|pick|please|click|-+|\.\.\.|…)/i

/**
 * What a content control asks for (ECMA-376, 17.5.2), drawn as people draw it on paper: a box to tick, answers to choose from, a date or
 * lines to write on. Undefined where it holds words of the document.
 */
export function drawnControl(control: Element): string | undefined {
  const properties = childOf(control, 'sdtPr')
  if (childOf(properties, 'checkbox')) return '☐'
  const list = childOf(properties, 'dropDownList') ?? childOf(properties, 'comboBox')
  if (list) {
    const items = elementsOf(list).filter((item) => nameOf(item) === 'listItem')
    return oneOf(
      items.map((item) => attribute(item, 'displayText') ?? attribute(item, 'value') ?? ''),
    )
  }
  if (childOf(properties, 'date')) {
    const isSaid = /\d/.test(textIn(childOf(control, 'sdtContent') ?? control))
    return isSaid && !isOn(properties, 'showingPlcHdr') ? undefined : DATE
  }
  if (!isOn(properties, 'showingPlcHdr')) return undefined
  const isLong = /^(?:1|true|on)$/.test(attribute(childOf(properties, 'text'), 'multiLine') ?? '')
  return isLong ? `${BLANK}\n${BLANK}\n${BLANK}` : BLANK
}

/** What a control is called where nothing stands before it. */
export function nameOfControl(control: Element): string | undefined {
  const name = valueIn(childOf(control, 'sdtPr'), 'alias')?.trim()
  return name && /\p{L}{2}/u.test(name) && !/_|\d{2}/.test(name) ? name : undefined
}

/** What a field of an old form asks for (ECMA-376, 17.16.17); undefined where it is another kind of field. */
export function drawnField(code: string, data: Element | undefined): string | undefined {
  const [, kind] = /^\s*FORM(TEXT|CHECKBOX|DROPDOWN)\b/i.exec(code) ?? []
  if (!kind) return undefined
  if (/checkbox/i.test(kind)) return '☐'
  if (/text/i.test(kind))
    return valueIn(childOf(data, 'textInput'), 'type') === 'date' ? DATE : BLANK
  const entries = data ? [...within(data, 'listEntry')] : []
  return oneOf(entries.map((entry) => attribute(entry, 'val') ?? ''))
}

/** Round boxes, of which one is chosen. */
function oneOf(options: readonly string[]): string {
  const said = options.map((option) => option.trim()).filter((one) => one && !NO_CHOICE.test(one))
  return said.length > 0 ? said.map((option) => `○ ${option}`).join('  ') : BLANK
}
