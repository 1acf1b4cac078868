import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAnswersFile } from '../../src/contracts/answers-file.ts'

const earlier = join(import.meta.dirname, '../earlier-forms')

/** A project with forms, and so many completed ones in `completed`, of which each fourth is a version of one before it. */
export function projectIn(home: string, completed: number): { config: string; inbox: string } {
  mkdirSync(join(home, 'completed'), { recursive: true })
  const config = join(home, 'org.config.json')
  cpSync(join(import.meta.dirname, '../../org.config.json'), config)
  cpSync(join(earlier, 'published-forms.json'), join(home, 'published-forms.json'))
  cpSync(join(earlier, 'forms'), join(home, 'out/forms'), { recursive: true })
  const form = JSON.parse(readFileSync(join(earlier, 'forms/mentoring-contract.form.json'), 'utf8'))
  for (let number = 0; number < completed; number += 1) {
    const person = `Person ${number % 4 === 3 ? number - 1 : number}`
    const answers = { 'mentee.name': person, 'mentor.name': `Mentor ${number}` }
    writeFileSync(
      join(home, 'completed', `${number}.answers.json`),
      writeAnswersFile({ policypackAnswers: 1, form, answers, signatures: {} }),
    )
  }
  return { config, inbox: join(home, 'completed') }
}
