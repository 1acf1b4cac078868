import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { KEYING_PAGE } from '../../src/contracts/keying.ts'
import { cropIfOf, WHICH_FORM } from '../../src/contracts/which-form.ts'
import { openStore, putTask } from '../../src/forms/keep/index.ts'
import type { OnPage } from '../../src/forms/paper/index.ts'
import { samplePack } from '../support/sample-pack.ts'
import { fillIn, printPages, withoutMarks } from './completed.ts'
import { keyed, usually, waiting } from './keyed.ts'
import { office, PaperProject } from './project.ts'
import { formIn, type PackForm, readAll, startReader } from './reader.ts'
import { pdfOf, type Scanner, type Shot, scan, scanners } from './scan.ts'

const pack = await samplePack()
const reader = await startReader()
const training = formIn(pack, 'training-record', reader)
const monitoring = formIn(pack, 'equality-monitoring', reader)
const definitions = [training, monitoring].map(({ definition }) => definition)

/** The pages of a form as it was printed before there were marks, filled in. */
async function unmarked(form: PackForm, seed: number): Promise<readonly Canvas[]> {
  const person = { pen: 'black', habit: 'tick' } as const
  const { pages } = fillIn(await printPages(form.pdf), form.definition, person, seed)
  return pages.map(withoutMarks)
}

function shots(pages: readonly Canvas[], scanner: Scanner = office): Promise<Shot[]> {
  return Promise.all(pages.map((page, index) => scan(page, scanner, 40 + index)))
}

test.each(['upside down', 'phone, askew and curled'])(
  'a form without marks is known by its print, and nothing of it is certain: %s',
  async (name) => {
    const scanner = scanners.find((one) => one.name === name)!
    const pdf = await pdfOf(await shots((await unmarked(training, 7)).slice(0, 1), scanner))
    const read = await readAll(reader, pdf, [training, monitoring])
    expect(read).toMatchObject(
      [0].map((page) => ({
        ...{ is: 'page', page, marks: 0 },
        hash: training.definition.hash.slice(0, 12),
        doubts: expect.arrayContaining(['unmarked']),
      })),
    )
  },
)

test('what is like two forms is laid over the likelier one for who chooses', async () => {
  const pdf = await pdfOf(await shots((await unmarked(training, 7)).slice(0, 1)))
  const [print] = reader.sketches(training.pdf)
  const hash = training.definition.hash.slice(0, 12)
  const blanks = {
    find: async (one: string) => (one === hash ? training : undefined),
    sketches: async () =>
      [hash, '0123456789ab'].map((one) => ({ hash: one, page: 0, print: print! })),
  }
  const laid: (number | undefined)[] = []
  const onPage: OnPage = (_, seen) => {
    laid.push('likeliest' in seen ? seen.likeliest().width : undefined)
  }
  for await (const page of reader.read(pdf, blanks, { onPage })) expect(page.is).toBe('unknown')
  expect(laid).toEqual([training.pages[0]!.width])
})

test('nothing of a form without marks is recorded before a person says that it is one', async () => {
  const project = new PaperProject(pack)
  project.put('old.pdf', await pdfOf(await shots(await unmarked(training, 3))))
  const { toKey, results } = await project.import()
  expect(results).toMatchObject([{ status: 'to-key' }])
  expect(toKey?.forms).toMatchObject([{ form: { id: 'training-record' }, missing: [] }])
  const { shown } = await waiting(project.records)
  const [first, ...rest] = shown[0]!.questions
  expect(first).toMatchObject({ reading: { name: WHICH_FORM, is: 'uncertain', why: 'unmarked' } })
  expect(first?.crops).toHaveLength(2)
  expect(new Set(rest.map(({ reading }) => reading.is))).toEqual(new Set(['uncertain']))
  const all = keyed(shown, definitions, usually)
  const [task] = all.tasks
  const said = (value: string) => ({
    ...all,
    tasks: [
      {
        ...task!,
        answers: { ...task!.answers, [WHICH_FORM]: { value, method: 'keyed' as const } },
      },
    ],
  })
  const open = await project.import([project.key(all)])
  expect(open.results).toMatchObject([{ status: 'to-key', messages: [{ rule: 'keyed-open' }] }])
  const done = await project.import([project.key(said('yes'))])
  expect(done.results[0]?.record?.values).toMatchObject({ participant: { name: 'Rowan Ash' } })
  const { answers } = done.results[0]!.record!.source.paper!
  expect(new Set(Object.values(answers).map(({ method }) => method))).toEqual(new Set(['keyed']))
  expect(answers).not.toHaveProperty([WHICH_FORM])
  expect(done.toKey).toBeUndefined()
})

test('where it is another form, each page is asked for, put to what a person says, and keyed there', async () => {
  const project = new PaperProject(pack)
  project.put('old.pdf', await pdfOf(await shots(await unmarked(training, 3))))
  await project.import()
  const [task] = (await waiting(project.records)).shown
  const answer = (one: typeof task, value: string) => ({
    policypackKeyed: 1 as const,
    tasks: [
      {
        ...{ id: one!.id, form: { id: one!.form.id, hash: one!.form.hash } },
        answers: { [WHICH_FORM]: { value, method: 'keyed' as const } },
      },
    ],
  })
  const no = await project.import([project.key(answer(task, 'no'))])
  expect(no.toKey?.forms).toMatchObject([1, 2].map(() => ({ form: { id: 'unrecognised-page' } })))
  expect(project.kept('training-record')).toMatchObject({ 'to-key': [], originals: [] })
  const [one, other] = (await waiting(project.records)).shown
  const none = await project.import([project.key(answer(one, 'none'))])
  expect(none.results).toMatchObject([{ status: 'rejected' }])
  const label = `${training.definition.title} (version ${training.definition.version}), page 2`
  const moved = await project.import([project.key(answer(other, label))])
  expect(moved.toKey?.forms).toMatchObject([{ form: { id: 'training-record' }, pages: [1] }])
  expect(project.kept('unrecognised-page')).toMatchObject({ 'to-key': [], originals: [] })
  const { shown, stored } = await waiting(project.records)
  expect(shown[0]!.pages[0]).toHaveProperty('picture')
  expect(shown[0]!.questions.some(({ reading }) => reading.name === WHICH_FORM)).toBe(false)
  const on = new Set(
    training.definition.widgets.flatMap(({ name, page }) => (page === 1 ? name : [])),
  )
  expect(stored[0]!.sheets[0]!.boxes.every(({ name }) => on.has(name))).toBe(true)
  const keyedAll = {
    policypackKeyed: 1 as const,
    tasks: [
      {
        ...{ id: shown[0]!.id, form: { id: shown[0]!.form.id, hash: shown[0]!.form.hash } },
        answers: Object.fromEntries(
          [...on].map((name) => [name, { value: '', method: 'keyed' as const }]),
        ),
      },
    ],
  }
  const done = await project.import([project.key(keyedAll)])
  expect(done.results[0]?.record?.form.id).toBe('training-record')
  expect(project.kept('')[KEYING_PAGE]).toBeUndefined()
})

test('a page that is like no form waits for who knows it, and an empty sheet does not', async () => {
  const project = new PaperProject(pack)
  const letter = createCanvas(2480, 3508)
  const context = letter.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 2480, 3508)
  const blank = await scan(letter, office, 1)
  context.fillStyle = 'black'
  context.font = '44px sans-serif'
  for (let line = 0; line < 40; line++)
    context.fillText('Of what was agreed in the spring, this much '.repeat(2), 300, 400 + 66 * line)
  project.put('letter.pdf', await pdfOf([await scan(letter, office, 2), blank]))
  const { toKey, results } = await project.import()
  expect(results).toMatchObject([{ status: 'to-key', messages: [{ rule: 'form-on-paper' }] }])
  expect(toKey?.forms).toMatchObject([{ form: { id: 'unrecognised-page' }, pages: [0] }])
  const { shown, stored } = await waiting(project.records)
  expect(shown[0]?.questions).toHaveLength(1)

  // Of the likeliest page it has what would be seen there, which goes along where a person says that it is that one.
  const which = { hash: training.definition.hash.slice(0, 12), page: 1 }
  const task = structuredClone(stored[0]!)
  const picture = task.sheets[0]!.crops[WHICH_FORM]!
  task.sheets[0]!.crops[cropIfOf(which, 'recorder.name')] = picture
  task.sheets[0]!.crops[cropIfOf({ ...which, page: 0 }, 'participant.name')] = picture
  await putTask(openStore(project.records), task, new Date(0))
  const answer = (value: string) => ({
    policypackKeyed: 1 as const,
    tasks: [
      {
        ...{ id: task.id, form: { id: task.form.id, hash: task.form.hash } },
        answers: { [WHICH_FORM]: { value, method: 'keyed' as const } },
      },
    ],
  })
  const moved = new PaperProject(pack)
  await putTask(openStore(moved.records), task, new Date(0))
  await moved.import([moved.key(answer(`${which.hash} ${which.page}`))])
  const [chosen] = (await waiting(moved.records)).stored
  expect(Object.keys(chosen!.sheets[0]!.crops)).toEqual(['recorder.name'])

  await project.import([project.key(answer('none'))])
  const again = await project.import()
  expect([again.toKey, again.counts.duplicate]).toEqual([undefined, 1])
})

test('what is taken for a form may be said to be none, and is not asked for again', async () => {
  const project = new PaperProject(pack)
  project.put('old.pdf', await pdfOf(await shots((await unmarked(training, 3)).slice(0, 1))))
  await project.import()
  const [task] = (await waiting(project.records)).shown
  const { id, form: of } = task!
  const form = { id: of.id, hash: of.hash }
  const answers = { [WHICH_FORM]: { value: 'none', method: 'keyed' as const } }
  const keyedNone = { policypackKeyed: 1 as const, tasks: [{ id, form, answers }] }
  const none = await project.import([project.key(keyedNone)])
  expect(none.results).toMatchObject([{ status: 'rejected' }])
  const again = await project.import()
  expect([again.toKey, again.counts.duplicate]).toEqual([undefined, 1])
})

test('of an anonymous form without marks, only what is printed asks which form it is', async () => {
  const project = new PaperProject(pack)
  project.put('old.pdf', await pdfOf(await shots(await unmarked(monitoring, 4))))
  const { anonymous } = await project.import()
  expect(anonymous).toMatchObject([{ form: 'equality-monitoring', toKey: 1 }])
  const { shown } = await waiting(project.records)
  expect(shown.every(({ pages, questions }) => pages.length === 0 && questions.length === 1)).toBe(
    true,
  )
  const asks = shown.find(({ questions }) => questions[0]!.reading.name === WHICH_FORM)
  expect(asks).toBeDefined()
  const all = keyed(shown, definitions, (slot) =>
    slot.name === WHICH_FORM ? 'yes' : usually(slot),
  )
  const which = {
    ...{ id: asks!.id, form: { id: asks!.form.id, hash: asks!.form.hash } },
    answers: { [WHICH_FORM]: { value: 'yes', method: 'keyed' as const } },
  }
  const others = all.tasks.filter(({ id }) => id !== asks!.id)
  const part = await project.import([project.key({ ...all, tasks: others })])
  expect(part.anonymous).toEqual([])
  const done = await project.import([project.key({ ...all, tasks: [which] })])
  expect(done.anonymous).toMatchObject([{ counted: 1 }])
})
