import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { answersName, writeAnswersFile } from '../contracts/answers-file.ts'
import { isPrivate } from '../contracts/definition.ts'
import type { FormPageData } from '../contracts/form-page.ts'
import { wholeNumber } from '../language/period.ts'
import type { FormDefinition } from '../model/form.ts'
import { type FieldValue, fillForm } from '../pdf/fill/index.ts'
import { openPdf } from '../pdf/index.ts'
import { type Control, controlsOf } from './controls.ts'
import { download } from './download.ts'
import { Draft } from './draft.ts'
import { drawLettersOn } from './draw-letters.ts'
import { button, element, show } from './elements.ts'
import { type FormValues, toldOf, toldSoFar, valuesIn } from './form-values.ts'
import { Messages } from './messages.ts'
import { prepare, settleDate, showOthers } from './prepare.ts'
import { growingRows } from './rows.ts'
import { say } from './say.ts'

/** From so many questions on, the page says how many are answered. */
const LONG = 12

/** Makes the form of a page one to fill in. */
export function startForm(form: HTMLFormElement, { definition, pdf }: FormPageData): void {
  const { fields, sensitive } = definition
  const isAnonymous = sensitive === 'anonymous'
  const controls = controlsOf(form, fields)
  const messages = new Messages(form, controls)
  /** There only when somebody said so. */
  const draft = isAnonymous
    ? undefined
    : new Draft<Record<string, FieldValue>>(`draft ${definition.questions}`)
  // Two people may give the same answers, and each counts; what is saved twice from one page counts once.
  const copy = isAnonymous ? { copy: bytesToHex(randomBytes(16)) } : {}
  let isKept = false
  let isUnsaved = false

  form.noValidate = true
  form.classList.add('live')
  form.querySelector('fieldset')?.removeAttribute('disabled')
  form.addEventListener('submit', (event) => event.preventDefault())
  for (const control of controls.values()) prepare(control, definition)

  const tables = fields.flatMap((field) => {
    if (field.type !== 'rows') return []
    const least = definition.rules.flatMap((rule) =>
      'rows' in rule && rule.rows === field.name && 'atLeast' in rule
        ? (wholeNumber(String(rule.atLeast)) ?? [])
        : [],
    )
    return growingRows(field, controls, { least: Math.max(1, ...least), onChange: changed }) ?? []
  })
  const status = element('p', { class: 'save-status', role: 'status', tabindex: '-1' })
  const progress = fields.length < LONG ? undefined : element('progress', { max: '1' })
  const progressText = element('span')

  function changed(): void {
    isUnsaved = true
    showOthers(controls)
    updateProgress()
    if (isKept) draft?.keep(Object.fromEntries(valuesIn(controls)))
  }

  function updateProgress(): void {
    if (!progress) return
    const values = valuesIn(controls)
    const isAnswered = (name: string): boolean =>
      values.has(name) || [...values.keys()].some((one) => one.startsWith(`${name}.`))
    const answered = fields.filter(({ name }) => isAnswered(name)).length
    progress.value = answered / fields.length
    progressText.textContent = say('{answered} of {all} questions answered', {
      answered,
      all: fields.length,
    })
  }

  /** Gently: what was typed, and not what is still to come. */
  function leave(control: Control): void {
    settleDate(control, definition.locale)
    const said = toldSoFar(definition, valuesIn(controls))
    messages.tell(
      control,
      said.filter(({ field }) => field === control.name),
    )
  }

  function checkThen(save: (values: FormValues) => void): void {
    for (const control of controls.values()) settleDate(control, definition.locale)
    const values = valuesIn(controls)
    const said = toldOf(definition, values)
    messages.tellAll(said, () => save(values))
    if (!said.some(({ severity }) => severity === 'error')) save(values)
  }

  function saved(name: string): void {
    isUnsaved = false
    status.textContent = say(
      'Saved as {name}, where your browser puts downloads. Nothing was sent: attach the file to an e-mail, or hand it over as you were asked to.',
      { name },
    )
    show(status)
  }

  function savePdf(values: FormValues): void {
    const bytes = fillForm(
      openPdf(Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0))),
      values,
      {
        drawLetters: drawLettersOn(document.createElement('canvas')),
        ...(isAnonymous ? copy : { modified: new Date() }),
      },
    )
    saved(download(bytes, `${definition.id}-completed.pdf`, 'application/pdf'))
  }

  function saveData(values: FormValues): void {
    const entries = [...values]
    const ofSignatures = new Set(
      fields.flatMap(({ type, name }) => (type === 'signature' ? [name] : [])),
    )
    const text = writeAnswersFile({
      policypackAnswers: 1,
      form: definition,
      ...(isAnonymous ? copy : { saved: new Date().toISOString().replace(/\.\d+Z$/, 'Z') }),
      answers: Object.fromEntries(
        entries.flatMap(([name, value]) =>
          typeof value === 'string' && !ofSignatures.has(name) ? [[name, value]] : [],
        ),
      ),
      signatures: Object.fromEntries(
        entries
          .filter(([name]) => ofSignatures.has(name))
          .map(([name, value]) => [name, asStored(value)]),
      ),
    })
    saved(download(new TextEncoder().encode(text), answersName(definition.id), 'application/json'))
  }

  form.append(
    ...(progress ? [element('p', { class: 'progress' }, progress, ' ', progressText)] : []),
    element(
      'div',
      { class: 'actions' },
      button(say('Save the completed form'), () => checkThen(savePdf), 'button'),
      button(say('Save the data'), () => checkThen(saveData)),
      button(say('Print'), () => window.print()),
      ...mailLink(definition),
    ),
    status,
    ...(draft ? [draftBox(draft)] : []),
  )
  const note = document.querySelector('.note')
  note?.replaceChildren(
    say(
      'Fill in the form here and save it as a PDF. Nothing that you type leaves this computer. You can also use the',
    ),
    ' ',
    element('a', { href: `${definition.id}.pdf` }, say('PDF form')),
    say(', on screen or on paper.'),
  )
  form.addEventListener('input', changed)
  form.addEventListener('change', (event) => {
    const left = [...controls.values()].find(({ elements }) =>
      elements.some((one) => one === event.target),
    )
    if (left) leave(left)
  })
  addEventListener('beforeunload', (event) => {
    if (isUnsaved && !isKept) event.preventDefault()
  })

  const kept = draft?.read()
  if (kept) {
    isKept = true
    putIn(new Map(Object.entries(kept)))
  }
  if (!isAnonymous) putIn(new Map(new URLSearchParams(location.hash.slice(1))))
  refresh()
  isUnsaved = false

  function putIn(values: FormValues): void {
    for (const [name, value] of values) controls.get(name)?.write(value)
  }

  function refresh(): void {
    for (const table of tables) table.update()
    showOthers(controls)
    updateProgress()
  }

  function draftBox(own: Draft<Record<string, FieldValue>>): HTMLElement {
    const text = element('p')
    const keep = button(say('Keep a draft in this browser'), () => {
      isKept = own.keep(Object.fromEntries(valuesIn(controls)))
      paint(isKept ? undefined : say('This browser does not keep drafts; save the data instead.'))
    })
    const remove = button(say('Delete the draft'), () => {
      own.remove()
      isKept = false
      paint(say('The draft was deleted. What you see is still here until you close the page.'))
    })
    function paint(said?: string): void {
      keep.hidden = isKept
      remove.hidden = !isKept
      text.textContent =
        said ??
        (isKept
          ? say(
              'A draft is kept in this browser, on this computer, as you type. Others who use it can read it: delete it when you are done.',
            )
          : say(
              'To go on later, keep a draft in this browser. Do so only where nobody else uses it.',
            ))
    }
    isKept = own.read() !== undefined
    paint()
    return element('div', { class: 'draft-box' }, text, keep, remove)
  }
}

function asStored(value: FieldValue): string | { strokes: [number, number][][] } {
  if (typeof value === 'string') return value
  return { strokes: value.strokes.map((stroke) => stroke.map(([x, y]) => [x, y])) }
}

/**
 * An e-mail with a subject, to the address that the foot of the page gives; to nobody yet where the form is not for HR, and none at all
 * where it would say whose answers these are.
 */
function mailLink(form: FormDefinition): HTMLElement[] {
  if (form.sensitive === 'anonymous') return []
  const contact = document.querySelector<HTMLAnchorElement>('.site-footer a[href^="mailto:"]')
  const [address = 'mailto:'] = isPrivate(form) ? [] : (contact?.href.split('?') ?? [])
  const href = `${address}?subject=${encodeURIComponent(form.title)}`
  return [element('a', { href }, say('Write the e-mail to attach it to'))]
}
