import { fold } from '../../language/fold.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type PdfFile, readXfaValues } from '../../pdf/index.ts'
import { slotsByName } from './printed-place.ts'
import { said } from './said.ts'

/**
 * Compares what was read with the second form (XFA) that a file may have inside, which some programs show and fill in
 * instead of the fields.
 */
export function xfaFindings(
  file: PdfFile,
  form: FormDefinition,
  values: ReadonlyMap<string, RawValue>,
): Finding[] {
  const texts = new Map(readXfaValues(file).map(({ path, text }) => [path, text]))
  const differing = [...slotsByName(form).values()].flatMap((slot) => {
    if (slot.control !== 'text' && slot.control !== 'dropdown') return []
    const other = [...texts].find(([path]) => path === slot.name || path.endsWith(`.${slot.name}`))
    const own = values.get(slot.name)?.texts ?? []
    if (!other || fold(other[1]) === fold(own.join('\n'))) return []
    return [
      finding(
        'value-contradictory',
        `The file says two things for “${slot.tooltip}”: ${said(slot, own)} in its field and ${said(slot, [other[1]])} in the form that some programs show instead; ask which one is meant`,
        slot.name,
      ),
    ]
  })
  return [
    finding(
      'form-xfa',
      'Some program added a second form to the file (XFA); the answers are those of the fields',
    ),
    ...differing,
  ]
}
