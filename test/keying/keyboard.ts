import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { choicesOf } from '../../src/contracts/choices.ts'
import { type Slot, slotsOf } from '../../src/contracts/slot.ts'
import type { FormDefinition } from '../../src/model/form.ts'

/** More keys than any page of a test needs; a page that goes in circles ends there. */
const MOST_ITEMS = 1000

/**
 * Somebody who reads the paper and has no mouse: from the top of the page to the button that saves. `truthOf` is what stands on the paper
 * of the question with the keyboard, and undefined where nobody can read it.
 */
export async function keyAll(
  page: Page,
  form: FormDefinition,
  truthOf: (name: string) => string | undefined,
): Promise<void> {
  await page.keyboard.press('Home')
  for (let count = 0; count < MOST_ITEMS; count++) {
    const { tag, text } = await focused(page)
    if (tag === 'BUTTON' && text.startsWith('Save what was keyed')) return
    if (tag === 'BUTTON' && /^(?:Next form|To the end)/.test(text))
      await page.keyboard.press('Enter')
    else if (!(await keyItem(page, form, truthOf))) await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not get to the end')
}

/** Saves by the button at the end, and gives the file. */
export async function saveByKey(page: Page, browser: Browser, folder: string): Promise<Uint8Array> {
  const session = await browser.target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  })
  const guid = new Promise<string>((resolve) => {
    session.on('Browser.downloadProgress', (progress) => {
      if (progress.state === 'completed') resolve(progress.guid)
    })
  })
  await page.focus('.saving .button')
  await page.keyboard.press('Enter')
  const name = await guid
  await session.detach()
  return new Uint8Array(readFileSync(join(folder, name)))
}

async function keyItem(
  page: Page,
  form: FormDefinition,
  truthOf: (name: string) => string | undefined,
): Promise<boolean> {
  const { name, isDone } = await focused(page)
  const slots = slotsOf(form.fields).filter((slot) => slot.name === name)
  const [slot] = slots
  if (!slot || isDone) return false
  const own = namesBeside(form, slot)
  const truths = own.map(truthOf)
  if (truths.includes(undefined)) await page.keyboard.press('F8')
  else if (truths.every((truth) => truth === '')) await page.keyboard.press('F4')
  else {
    await enter(page, slots, own, truthOf)
    const isLong = (await focused(page)).tag === 'TEXTAREA'
    if (isLong) await page.keyboard.down('Control')
    await page.keyboard.press('Enter')
    if (isLong) await page.keyboard.up('Control')
  }
  return true
}

/** The names that are keyed together: boxes to tick of one question. */
function namesBeside(form: FormDefinition, slot: Slot): string[] {
  if (slot.field.type !== 'checks' || slot.control !== 'checkbox') return [slot.name]
  return slotsOf(form.fields)
    .filter(({ field, control }) => field === slot.field && control === 'checkbox')
    .map(({ name }) => name)
}

async function enter(
  page: Page,
  slots: readonly Slot[],
  own: readonly string[],
  truthOf: (name: string) => string | undefined,
): Promise<void> {
  const [{ name, control }] = slots as [Slot]
  const truth = truthOf(name) ?? ''
  const { tag } = await focused(page)
  if (control === 'checkbox') {
    for (const [index, one] of own.entries()) {
      if (index > 0) await page.keyboard.press('Tab')
      if (truthOf(one) !== '') await page.keyboard.press('Space')
    }
    return
  }
  if (tag === 'SELECT') {
    const label = choicesOf(slots).find(({ stored }) => stored === truth)?.label ?? truth
    await page.keyboard.type(label)
    return
  }
  if (control === 'radio') {
    const at = slots.findIndex(({ state }) => state === truth)
    if (at === 0) await page.keyboard.press('Space')
    for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown')
    return
  }
  // A signature is asked about by one button.
  if (control === 'signature') await page.keyboard.press('Space')
  else await page.keyboard.type(truth)
}

/** What has the keyboard. */
async function focused(
  page: Page,
): Promise<{ tag: string; name: string; text: string; isDone: boolean }> {
  return (await page.evaluate(`(() => {
    const one = document.activeElement
    return {
      tag: one.tagName,
      name: one.getAttribute('name') ?? '',
      text: one.textContent ?? '',
      isDone: one.closest('.item')?.classList.contains('done') ?? false,
    }
  })()`)) as { tag: string; name: string; text: string; isDone: boolean }
}
