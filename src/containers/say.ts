import { FEW } from '../messages/few.ts'
import { quoted } from '../messages/quoted.ts'
import type { InnerPdf, Look, Thing } from './look.ts'

/** Of a longer name the end tells most: in an archive it is a path. */
const LONGEST = 60
const ASK = 'ask for the form as a PDF file'

/** Says in HR's words what a file is that is no PDF, where in it a PDF lies, and what to do. */
export function say(found: Look): string {
  const { kind, pdfs } = found
  if (!kind && pdfs.length === 0) return `The file is not a PDF; ${ASK}`
  const [first] = pdfs
  const is = kind ? `The file is ${kind.is}, not a PDF` : 'The file is not a PDF'
  return first ? `${is}; ${wayTo(first, found)}` : `${is}${without(found)}`
}

/** Where the PDF lies, and how to get it out. */
function wayTo(first: InnerPdf, { kind, pdfs }: Look): string {
  const together = pdfs.filter((pdf) => namesOf(pdf.inside) === namesOf(first.inside))
  const what = listed(together.map(nameOf))
  const found = listed(together.map(theNameOf))
  const elsewhere = pdfs.length - together.length
  const things = [{ kind, name: '' }, ...first.inside].filter(isSeen)
  const inside = things
    .slice(1)
    .map((thing) => ` in ${nameOf(thing)}${about(thing)}`)
    .toReversed()
  const steps = things.map((thing, index) => {
    const next = things[index + 1]
    return (thing.kind?.take ?? askFor)(next ? theNameOf(next) : found)
  })
  const many = together.length > 1
  const more = elsewhere > 0 ? `; ${elsewhere} more PDF files are elsewhere in it` : ''
  return `${what} ${many ? 'are' : 'is'}${inside.join('')} in it: ${steps.join(', then ')}, and import ${many ? 'them' : 'it'}${more}`
}

/** Mail programs show what is signed, and the e-mail in it, as one with the e-mail around it. */
function isSeen(thing: Thing, index: number, all: readonly Thing[]): boolean {
  const isInMail = all[index - 1]?.kind?.isOfMail === true
  return (
    !isInMail ||
    thing.kind?.isOfMail !== true ||
    (thing.name !== '' && thing.kind.is === 'an e-mail')
  )
}

function askFor(what: string): string {
  return `ask for ${what} as a file of its own`
}

function without({ kind, others, isWhole }: Look): string {
  const advice = kind?.advice ?? ASK
  if (!kind?.list || kind.isOneDocument) return `; ${advice}`
  const known = others.filter((thing) => thing.name !== '' || thing.kind)
  const few = known.slice(0, FEW).map((thing) => `${nameOf(thing)}${about(thing)}`)
  const only = few.length > 0 ? `, only ${listedOf(few, known.length)}` : ''
  const far = isWhole ? '' : ', as far as it was looked through'
  return `, and no PDF is in it${far}${only}; ${others.find(({ kind }) => kind?.advice !== undefined)?.kind?.advice ?? advice}`
}

function nameOf({ name, kind }: { readonly name: string; readonly kind?: Thing['kind'] }): string {
  if (name !== '') return quoted(name.length > LONGEST ? `…${name.slice(1 - LONGEST)}` : name)
  return kind ? kind.is : 'a PDF'
}

/** The same once it was told what there is. */
function theNameOf(thing: Parameters<typeof nameOf>[0]): string {
  return nameOf(thing).replace(/^an? /, 'the ')
}

function about({ name, kind }: Thing): string {
  return name !== '' && kind ? ` (${kind.is})` : ''
}

function namesOf(inside: readonly Thing[]): string {
  return inside.map(({ name }) => name).join('\n')
}

function listed(names: readonly string[]): string {
  return listedOf(names.slice(0, FEW), names.length)
}

function listedOf(few: readonly string[], count: number): string {
  const all = count > few.length ? [...few, `${count - few.length} more`] : few
  return new Intl.ListFormat('en-GB').format(all)
}
