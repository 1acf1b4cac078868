import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { build, check } from '../src/index.ts'
import { FormDefinition } from '../src/model/form.ts'
import { fieldLines } from './support/field-lines.ts'
import { importCompleted } from './support/import-completed.ts'
import { mainPart } from './support/main-part.ts'
import { messagesAsShown } from './support/messages-as-shown.ts'
import { copyProject, type ProjectCopy } from './support/project-copy.ts'

/**
 * What a situation shows beside its messages, in `shows.json`. With `html`, `fields` or `completed` it is built, else
 * only checked.
 */
const Shows = z.strictObject({
  draft: z.boolean().default(false),
  build: z.boolean().default(false),
  /** Only checked, with what is its own printed. */
  print: z.boolean().default(false),
  /** Pages whose main part is shown, without `.html`. */
  html: z.array(z.string()).default([]),
  /** Forms whose fields are shown, as another program finds them. */
  fields: z.array(z.string()).default([]),
  /** A form and what somebody filled in, by the names of the PDF fields. */
  completed: z
    .strictObject({ form: z.string(), answers: z.record(z.string(), z.string()) })
    .optional(),
})

const fixtures = join(import.meta.dirname, 'fixtures')

test.each(readdirSync(fixtures))('%s', async (situation) => {
  const golden = (...path: string[]) => join(fixtures, situation, ...path)
  const shows = Shows.parse(readMaybe(golden('shows.json')) ?? {})
  const project = copyProject(golden())

  const { ok, messages } = await run(project, shows)
  await expect(messagesAsShown(messages, project.folder)).toMatchFileSnapshot(
    golden('messages.txt'),
  )
  if (!ok) expect(existsSync(project.options.out)).toBe(false)

  const out = (path: string) => join(project.options.out, path)
  for (const id of shows.html)
    await expect(mainPart(readFileSync(out(`${id}.html`), 'utf8'))).toMatchFileSnapshot(
      golden('html', `${id}.html`),
    )
  if (shows.fields.length > 0) {
    const lines = shows.fields.map((id) => fieldLines(id, readFileSync(out(`${id}.pdf`))))
    await expect((await Promise.all(lines)).join('\n')).toMatchFileSnapshot(golden('fields.txt'))
  }
  if (shows.completed) {
    const { form, answers } = shows.completed
    const definition = FormDefinition.parse(readMaybe(out(`forms/${form}.form.json`)))
    const record = await importCompleted(project, definition, answers)
    await expect(`${JSON.stringify(record, null, 2)}\n`).toMatchFileSnapshot(golden('record.json'))
  }
})

/** A project with faults is built as well, which must write nothing. */
async function run({ options }: ProjectCopy, shows: z.infer<typeof Shows>) {
  const { draft, print } = shows
  const checked = await check({ ...options, draft, print })
  if (print) return checked
  const wanted = shows.build || shows.html.length + shows.fields.length > 0 || shows.completed
  return wanted || !checked.ok ? build({ ...options, draft }) : checked
}

function readMaybe(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
