import type { FieldOf } from '../../model/field.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { RecordSignature } from '../../model/record.ts'

/**
 * How grave it is that an answer was given after a signature: `overtaken`, where the signer signed another answer, or where it
 * is the signer's own; `turn`, where it is for somebody to give who signed later; `outdated` for the others.
 */
export type Gravity = 'overtaken' | 'outdated' | 'turn'

/** An answer that was given after a signature. */
export interface AnswerAfter {
  readonly name: string
  readonly gravity: Gravity
}

/** The answers that were given after a signature, but for the dates of later ones. */
export function answersAfter(
  { field, changedAfter = [], overwrittenAfter = [], signedAfter = [] }: RecordSignature,
  fields: FormDefinition['fields'],
): AnswerAfter[] {
  const boxes = fields.filter((candidate) => candidate.type === 'signature')
  const own = boxes.find(({ name }) => name === field)
  const later = boxes.filter(({ name }) => signedAfter.includes(name))
  const isOverwritten = (name: string): boolean => overwrittenAfter.includes(name)
  return changedAfter
    .filter((name) => isOverwritten(name) || !later.some(({ date }) => date === name))
    .map((name) => {
      const whose = ownerOf(name, boxes)
      if (whose && whose === own) return { name, gravity: ofOwn(name, own, isOverwritten(name)) }
      if (whose && later.includes(whose))
        return { name, gravity: isOverwritten(name) ? 'outdated' : 'turn' }
      return { name, gravity: isOverwritten(name) ? 'overtaken' : 'outdated' }
    })
}

/** Some programs sign first, and the date beside is typed afterwards. */
function ofOwn(name: string, { date }: FieldOf<'signature'>, isOverwritten: boolean): Gravity {
  return name === date && !isOverwritten ? 'outdated' : 'overtaken'
}

/** The signature of the one who gives an answer: it is the only one whose name begins alike, as in `mentee.name`. */
function ownerOf(
  name: string,
  boxes: readonly FieldOf<'signature'>[],
): FieldOf<'signature'> | undefined {
  const [owner, another] = boxes.filter(
    (box) => box.date === name || name.startsWith(`${partyOf(box.name)}.`),
  )
  return another ? undefined : owner
}

function partyOf(signature: string): string {
  const dot = signature.lastIndexOf('.')
  return dot === -1 ? signature : signature.slice(0, dot)
}
