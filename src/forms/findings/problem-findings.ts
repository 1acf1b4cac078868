import { fieldLabel, type Slot } from '../../contracts/slot.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted, quotedWhole } from '../../messages/quoted.ts'
import { type FieldFault, type FieldProblem, meanings } from '../fields/index.ts'
import { said } from './said.ts'

/** Says in HR's words why the values of fields may not be what was filled in. */
export function problemFindings(faults: readonly FieldFault[]): Finding[] {
  return faults.flatMap(({ slot, problem }) => {
    const meaning = meanings[problem.kind]
    const message = sentence(problem, slot, quotedWhole(fieldLabel(slot)))
    return meaning && message ? [finding(`value-${meaning}`, message, slot.name)] : []
  })
}

/** Undefined where there is nothing to be told. */
function sentence(problem: FieldProblem, slot: Slot, asked: string): string | undefined {
  switch (problem.kind) {
    case 'contradictory': {
      const answers = [...new Set(problem.readings.map(({ values }) => said(slot, values)))]
      // The file has two words for the same answer, such as an option's value and its label.
      if (answers.length === 1 && slot.control !== 'text' && slot.control !== 'signature')
        return undefined
      return `The file says two things for ${asked}: ${answers.join(' and ')}; ask which one is meant`
    }
    case 'damaged-text':
      return `The program that filled in ${asked} could not write some of its characters; they show as � in the record`
    case 'guessed-encoding':
    case 'maybe-utf-8':
      return `The file does not say how the text of ${asked} is encoded; check that it reads well: ${said(slot, [problem.text])}`
    case 'counted-state':
      return `The file says ${quoted(problem.state)} for ${asked}, which may be an answer or the number of its button; check it against the page`
    case 'value-implied':
      return `The file has the answer to ${asked} only beside the place where it should be: ${said(slot, problem.values)}; check it against the page`
    case 'mixed-types':
    case 'type-missing':
    case 'wrong-value-type':
    case 'damaged-object':
      return `The box for ${asked} is damaged in this file; check its answer against the page`
    case 'unknown-state':
    case 'not-listed':
      // The first is told when the answer is checked against the options; the second changes nothing.
      return undefined
  }
}
