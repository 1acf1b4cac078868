import { createCanvas } from '@napi-rs/canvas'
import { INK, type KeyingTask } from '../../src/contracts/keying.ts'
import { readAs, slotsOf } from '../../src/contracts/slot.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { Reading } from '../../src/model/paper.ts'
import { valuesOf } from '../fillers/page.ts'
import { printableAnswers } from '../support/printable-answers.ts'

/** What stands on a paper, by the names of the fields of the PDF; what is empty as an empty text. */
export type Truth = Readonly<Record<string, string>>

/** Something for most fields of a form. */
export function truthOf(form: FormDefinition): Truth {
  const given = new Map(printableAnswers(form).flatMap(valuesOf))
  return Object.fromEntries(
    slotsOf(form.fields).map(({ name, control, field }) => {
      const value = control === 'signature' ? INK : (given.get(name) ?? '')
      // A line beside "Other" that is not chosen is not asked for.
      const isOther = 'other' in field && field.other === name
      const text = field.type === 'date' && value !== '' ? '3 April 2026' : value
      return [name, isOther ? '' : text.replaceAll('\n', ' ')]
    }),
  )
}

/** A task of a form with these answers, of which every third question of boxes is certain. */
export function taskOf(form: FormDefinition, truth: Truth, id: string): KeyingTask {
  const { title, version, hash } = form
  const questions = Map.groupBy(slotsOf(form.fields), readAs)
  const readings = [...questions].map(([name, slots], index): Reading => {
    const [first] = slots
    const states = slots.flatMap(({ name: own, state }) =>
      state !== undefined && truth[own] === state ? [state] : [],
    )
    if (first?.state !== undefined)
      return index % 3 === 0
        ? { is: 'marked', name, states }
        : { is: 'uncertain', name, why: 'scribble', states }
    const hasInk = truth[name] !== ''
    if (first?.control === 'signature') return { is: 'signature', name, hasInk: false }
    return { is: hasInk ? 'written' : 'empty', name }
  })
  const whole = picture(`${title}`, 600, 800)
  return {
    id,
    form: { id: form.id, title, version, hash },
    isAnonymous: form.sensitive === 'anonymous',
    pages:
      form.sensitive === 'anonymous'
        ? []
        : Array.from({ length: form.pages }, (_, page) => ({ page, doubts: [], picture: whole })),
    missing: [],
    isMixed: false,
    questions: readings.map((reading) => ({
      reading,
      crops: [picture(reading.name, 400, 60)],
    })),
  }
}

function picture(text: string, width: number, height: number): string {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000'
  context.fillText(text, 10, 30)
  return canvas.toDataURL('image/png')
}
