import { readFileSync } from 'node:fs'
import { questionsIn, readingsOf } from '../parse/blanks-corpus/score.ts'
import { prose, read as readGaps, scoreOf, scoreOfAll, templates } from '../parse/gaps/score.ts'

/** Counts what is found, missed and falsely found in texts of others: gaps of templates, and blanks of forms. */
export function benchTexts(): void {
  for (const name of templates) {
    const { found, places, missed } = scoreOf(readGaps(name))
    console.log(`gaps told, ${name}: ${found} of ${places}, ${missed.length} missed`)
  }
  const { lines, falselyFound } = scoreOfAll(prose)
  console.log(`gaps told falsely: ${falselyFound.length} in ${lines} lines of prose`)
  for (const name of ['forms', 'forms-2', 'forms-3', 'forms-4']) {
    const readings = readingsOf(read(`blanks-corpus/${name}.txt`))
    const right = readings.filter(({ isRight }) => isRight).length
    console.log(`blanks of ${name}: ${right} of ${readings.length} right`)
  }
  const ordinary = read('blanks-corpus/ordinary.txt')
  console.log(
    `text taken for a blank: ${questionsIn(ordinary).length} in ${ordinary.split('\n').length} lines`,
  )
}

function read(name: string): string {
  return readFileSync(new URL(`../parse/${name}`, import.meta.url), 'utf8')
}
