import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'

/** Names the fields that somebody added to a form and filled in. */
export function extraFindings(names: readonly string[]): Finding[] {
  if (names.length <= FEW)
    return names.map((name) =>
      finding(
        'field-extra',
        `The file has a field ${quoted(name)} that is not of the form; what it holds is kept with the record`,
        name,
      ),
    )
  const examples = named(names.map((name) => quoted(name)))
  return [
    finding(
      'field-extra',
      `The file has ${names.length} fields that are not of the form, ${examples}; what they hold is kept with the record`,
    ),
  ]
}
