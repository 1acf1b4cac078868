import { forms, questionsIn, read, readingsOf } from '../parse/blanks-corpus/score.ts'
import { prose, read as readGaps, scoreOf, scoreOfAll, templates } from '../parse/gaps/score.ts'
import type { Add } from './table.ts'

/** Counts what is found, missed and falsely found in texts of others: gaps of templates, and blanks of forms. */
export function benchTexts(add: Add): void {
  for (const name of templates) {
    const { found, places } = scoreOf(readGaps(name))
    add(`gaps told of ${name}`, `${places} that there are`, found / places, { isShare: true })
  }
  const { lines, falselyFound } = scoreOfAll(prose)
  add('gaps told falsely', `${lines} lines of prose`, falselyFound.length / lines)
  for (const name of forms) {
    const readings = readingsOf(read(name))
    const right = readings.filter(({ isRight }) => isRight).length
    add(`blanks of ${name} right`, `${readings.length} that there are`, right / readings.length, {
      isShare: true,
    })
  }
  const ordinary = read('ordinary')
  const [taken, ordinaryLines] = [questionsIn(ordinary).length, ordinary.split('\n').length]
  add('text taken for a blank', `${ordinaryLines} ordinary lines`, taken / ordinaryLines)
}
