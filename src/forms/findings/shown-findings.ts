import { fieldLabel } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { ShownOtherwise } from '../pages/index.ts'
import { said } from './said.ts'

/** Tells of answers that people do not see as the file stores them. */
export function shownFindings(others: readonly ShownOtherwise[]): Finding[] {
  return others.map(({ slot, held, shown }) =>
    finding(
      'value-shown-otherwise',
      `The file stores ${said(slot, held)} as the answer to “${fieldLabel(slot)}”, and its page shows ${said(slot, shown)}; ask which one is meant`,
      slot.name,
    ),
  )
}
