import { OTHER } from '../../contracts/slot.ts'
import { finding } from '../../messages/finding.ts'
import type { FieldOf } from '../../model/field.ts'
import type { RecordValue } from '../../model/record.ts'
import { type Answer, type Asked, readAnswer } from './answer.ts'
import type { Question } from './question.ts'

/** Reads the text beside "Other" and compares it with whether "Other" was chosen. */
export function readOther(
  question: Question,
  name: string,
  chosen: RecordValue,
  asked: Asked,
): Answer {
  const text: FieldOf<'text'> = { type: 'text', name, label: question.label, required: false }
  const answer = readAnswer(text, { ...asked, name })
  const isChosen = chosen === OTHER.value || (Array.isArray(chosen) && chosen.includes(OTHER.value))
  if (isChosen === (answer.value !== null)) return answer
  const { say, subject } = asked.voice
  const words = { question: subject(question.label), option: say('Other') }
  const contradiction = isChosen
    ? finding('value-required', say('{question} has “{option}” chosen; say what', words), name)
    : finding(
        'value-rule',
        say(
          '{question} has a text beside “{option}”, which is not chosen; choose it or clear the text',
          words,
        ),
        name,
      )
  return { ...answer, findings: [...answer.findings, contradiction] }
}
