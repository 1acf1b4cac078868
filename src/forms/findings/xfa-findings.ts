import { type Finding, finding } from '../../messages/finding.ts'
import { quotedWhole } from '../../messages/quoted.ts'
import type { XfaDifference } from '../fields/index.ts'
import { said } from './said.ts'

/** Tells of a second form (XFA) in a file, and of the answers that are others there. */
export function xfaFindings(differences: readonly XfaDifference[]): Finding[] {
  return [
    finding(
      'form-xfa',
      'Some program added a second form to the file (XFA); the answers are those of the fields',
    ),
    ...differences.map(({ slot, own, other }) =>
      finding(
        'value-contradictory',
        `The file says two things for ${quotedWhole(slot.label)}: ${said(slot, own)} in its field and ${said(slot, [other])} in the form that some programs show instead; ask which one is meant`,
        slot.name,
      ),
    ),
  ]
}
