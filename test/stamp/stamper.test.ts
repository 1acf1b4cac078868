import { beforeAll, expect, test } from 'vitest'
import { messagesOf } from '../../src/messages/message.ts'
import { stamp } from '../../src/pack/stamp/index.ts'
import { openStamper } from '../../src/pack/stamper.ts'
import { config, printSample, sampleForm, templates } from './sample.ts'

let printed: Uint8Array
beforeAll(async () => {
  printed = await printSample()
}, 60_000)

test('makes in a thread what is made without one', async () => {
  const context = { config, templates: await templates() }
  const document = sampleForm()
  const here = await stamp(printed, document, context)
  await using stamper = openStamper()
  stamper.start()
  const there = await stamper.stamp(printed, document, context)
  expect(Buffer.compare(there.pdf, here.pdf)).toBe(0)
  expect({ ...there, pdf: undefined }).toEqual({ ...here, pdf: undefined })
})

test('tells once what there is to say of a document, and goes on', async () => {
  const context = { config, templates: await templates() }
  await using stamper = openStamper()
  stamper.start()
  const faulty = sampleForm()
  const without = await printSample((html) =>
    html.replace('<a class="field" href="field:mail"></a>', ''),
  )
  const [withFaults, sound] = await Promise.all([
    stamper.stamp(without, faulty, context),
    stamper.stamp(printed, sampleForm(), context),
  ])
  expect(messagesOf(faulty.file).map(({ rule }) => rule)).toEqual(['marker-count'])
  expect(withFaults.pdf.length).toBeGreaterThan(0)
  expect(messagesOf(sound.document.file)).toEqual([])
}, 60_000)

test('what waits is taken from the thread, and each document is made once', async () => {
  const context = { config, templates: await templates() }
  const here = await stamp(printed, sampleForm(), context)
  await using stamper = openStamper()
  stamper.start()
  const asked = Array.from({ length: 6 }, sampleForm)
  const waiting = asked.map((document) => stamper.stamp(printed, document, context))
  stamper.join()
  const made = await Promise.all(waiting)
  expect(made.map(({ document }) => document)).toEqual(asked)
  for (const { pdf } of made) expect(Buffer.compare(pdf, here.pdf)).toBe(0)
  // The thread goes on with what is asked later.
  const later = await stamper.stamp(printed, sampleForm(), context)
  expect(Buffer.compare(later.pdf, here.pdf)).toBe(0)
}, 60_000)

test('throws what stamping throws', async () => {
  const context = { config, templates: await templates() }
  await using stamper = openStamper()
  stamper.start()
  await expect(stamper.stamp(Uint8Array.of(1), sampleForm(), context)).rejects.toThrow()
})
