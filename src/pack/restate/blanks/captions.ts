import { typeOf } from '../../../language/asked-type.ts'
import { capital } from '../../../language/capital.ts'
import { knownLabel } from '../../../language/known-label.ts'
import { GAP, type Way } from './way.ts'

const ROOM = '(?:_{3,}|\\.{5,}|…{2,})'
const CAPTION = '\\([^()\\n_]{2,30}\\)'
const BEHIND = new RegExp(
  `^([ \\t]*\\p{L}[^:\\n_.…()]{0,30}?)?:?[ \\t]*((?:${ROOM}[ \\t]*${CAPTION}[ \\t]*)+)$`,
  'gmu',
)
const BEFORE = new RegExp(
  `^([ \\t]*\\p{Lu}[^:\\n_]{1,40}?)[ \\t]*:?((?:[ \\t]*${CAPTION}[ \\t]*:?[ \\t]*${ROOM})+)[ \\t]*$`,
  'gmu',
)

/** Each line of several with what stands in brackets behind or before it: `Telephone: (home) ____ (work) ____`. */
function apart([, written = '', drawn = '']: RegExpExecArray): string | undefined {
  const lead = written.trim()
  const captions = Array.from(drawn.matchAll(/\(([^()]+)\)/g), ([, caption = '']) => caption)
  const isSigned = /^[xX]$/.test(lead) || /^sign/i.test(captions[0] ?? '')
  if (captions.length < 2 && !(isSigned && lead !== '')) return undefined
  const indent = /^[ \t]*/.exec(written)?.[0] ?? ''
  return indent + captions.map((caption) => `${labelFor(lead, caption)}: ${GAP}`).join('  ')
}

function labelFor(lead: string, caption: string): string {
  if (/^date$/i.test(caption)) return 'Date'
  if (/^[xX]$/.test(lead)) return `Signature (${caption})`
  if (lead === '') return capital(caption)
  if (/^sign(?:ed|ature)?$/i.test(caption)) return `${lead} (signature)`
  return `${lead} (${/^print/i.test(caption) ? 'name in print' : caption})`
}

const PERSON = /(?<=^[ \t]*(?:[-*+•][ \t]+)?[*_]{0,2})(\p{L}[^\n:_*|]{1,40})(?=[*_]{0,2}:)/gmu

/** Lines to write on with what belongs on them behind, before, over or under them, and the label that is meant. */
export const captions: readonly Way[] = [
  [BEHIND, apart],
  [BEFORE, apart],
  // `X________    ____/____/____`
  [
    /^[ \t]*[xX][ \t]?_{5,}[ \t]+_{2,}[ ]?\/[ ]?_{2,}[ ]?\/[ ]?_{2,}[ \t]*$/gm,
    () => `Signature: ${GAP} Date: __/__/____`,
  ],
  // `X________` to sign on, and under it who signs, or nothing
  [/^[ \t]*[xX][ \t]?(?=(?:\\?_){5,}[ \t]*\n(?:[ \t]*\n)?[^\n_]*\bsign)/gim, () => ''],
  [/^[ \t]*[xX][ \t]?_{5,}[ \t]*$/gm, () => `Signature: ${GAP}`],
  // `Sign here: X____`, and `Manager: X____`
  [
    /:[ \t]*[xX][ \t]?(?=_{5,})/g,
    ({ input, index }) =>
      /\bsign[^\n]*$/i.test(input.slice(Math.max(0, index - 60), index)) ? ': ' : ' (signature): ',
  ],
  // `Signed: Buyer ______ Seller ______`, `Signatures: …`
  [
    /^[ \t]*Sign(?:ed|ature|atures)[ \t]*:[ \t]*(?:\p{Lu}[\p{L}’' ]{1,30}?[ \t]*(?:_{4,}|\.{6,}|…{3,})[ \t]*){2,}$/gmu,
    ([found]) =>
      found
        .replace(/^[^:]*:[ \t]*/, '')
        .replace(/(\p{L}[\p{L}’' ]*?)[ \t]*(?:_{4,}|\.{6,}|…{3,})/gu, `$1 (signature): ${GAP}`),
  ],
  // `Signed: ______ (print name) ______`: what stands behind the first belongs to the second
  [
    /(?<=^[^\n|]*\p{L}[^\n_|]*_{4,})[ \t]*\((\p{L}[^()\n]{2,30})\)[ \t]*:?[ \t]*(?=_{4,}[ \t]*(?:$|\p{Lu}))/gmu,
    ([, caption = '']) => `  ${capital(caption)}: `,
  ],
  // `Signed: parent / Date`, as the cells of a table are pasted
  [
    /^([ \t]*Sign(?:ed|ature)\b[^\n/:|]{0,40}?)[ \t]*\/[ \t]*(Date)(?: \p{L}+)?[ \t]*:?[ \t]*$/gimu,
    ([, who, date]) => `${who}: ${GAP}  ${date}: ${GAP}`,
  ],
  // `By: ____`, and under it the name and title of who signs
  [
    /(?<=^[ \t]*[*_]{0,2}By)(?=:[*_]{0,2}[ \t]*(?:\\?_){4,}[ \t]*\n(?:[ \t]*\n)?[ \t]*[*_]{0,2}(?:(?:Print(?:ed)? )?Name|Title)\b)/gim,
    () => ' (signature)',
  ],
  // `Made by: ____   Checked by: ____`, and under them `(name)   (name)`
  [
    /^[ \t]*(?:\p{L}[^\n:_]{1,40}:[ \t]*_{4,}[ \t]*){2,}\n(?:[ \t]*\n)?[ \t]*(?:\([^()\n]{2,40}\)[ \t]*){2,}$/gmu,
    ([found]) => {
      const below = Array.from(found.matchAll(/\([^()\n]+\)/g), ([caption]) => caption)
      const above = Array.from(
        found.matchAll(/(\p{L}[^\n:_]*):[ \t]*_/gu),
        ([, label = '']) => label,
      )
      if (above.length !== below.length) return undefined
      return above.map((label, at) => `${label} ${below[at]}: ${GAP}`).join('  ')
    },
  ],
  // A line to write on, under it somebody, and so for the date
  [
    /^[ \t]*(?:\\?_){5,}[ \t]*\n(?:[ \t]*\n)?[ \t]*(\p{Lu}[^\n:_.|]{1,40})\n(?:[ \t]*\n)?[ \t]*(?:\\?_){5,}[ \t]*\n(?:[ \t]*\n)?[ \t]*Dated?:?[ \t]*$/gmu,
    ([, who = '']) =>
      /\bsign|\bname\b/i.test(who) ? undefined : `${who.trim()} (signature): ${GAP}  Date: ${GAP}`,
  ],
  // `Driver: ____` or a line alone, and under it `(signature)`
  [
    /(?<=^[^\n_]*\p{L}[^\n_]*_{5,}[ \t]*)\n[ \t]*(?=\((?:signature|signed|date|(?:print(?:ed)? )?name)\)[ \t]*$)/gimu,
    () => ' ',
  ],
  [
    /^[ \t]*_{5,}[ \t]*\n[ \t]*\((\p{L}[^()\n]{2,60})\)[ \t]*$/gmu,
    ([, label = '']) =>
      knownLabel(label) === undefined && !/\bsign/i.test(label)
        ? undefined
        : `${capital(label)}: ${GAP}`,
  ],
  // `Lead mechanic: ____ Date: ____`, `Owner: ____ Date: ____`: people who sign
  [
    /(?:^[ \t]*(?:[-*+•][ \t]+)?[*_]{0,2}\p{L}[^\n:_|]{1,40}[*_]{0,2}:[*_]{0,2}[ \t]*(?:\\?_){4,}[ \t]+[*_]{0,2}Date[*_]{0,2}:[*_]{0,2}[ \t]*(?:\\?_){3,}[ \t]*(?:\n(?:[ \t]*\n)?|(?![\s\S]))){2,}/gimu,
    ([found]) => {
      const people = Array.from(found.matchAll(PERSON), ([, person = '']) => person)
      const areKnown = people.some(
        (person) => knownLabel(person) !== undefined || typeOf(person) !== 'text',
      )
      if (areKnown || new Set(people).size < people.length) return undefined
      return found.replace(PERSON, '$& (signature)')
    },
  ],
  // `Owner: ____ Guest: ____`, and under them as many dates
  [
    /^[ \t]*(?:\p{Lu}[\p{L}’' ]{1,30}:[ \t]*_{4,}[ \t/]*){2,}(?=\n(?:[ \t]*\n)?[ \t]*(?:Date:[ \t]*_{3,}[ \t/]*){2,}$)/gmu,
    ([found]) => {
      const people = Array.from(found.matchAll(/(\p{Lu}[^:]*):/gu), ([, person = '']) => person)
      const areKnown = people.some((one) => /\b(?:name|sign)/i.test(one) || typeOf(one) !== 'text')
      return areKnown
        ? undefined
        : people.map((person) => `${person} (signature): ${GAP}`).join('  ')
    },
  ],
  // Lines to write on, and what belongs on each under it, after an empty line
  [
    /(?<=^[ \t]*_{5,}(?:[ \t]{2,}_{3,})+[ \t]*)\n[ \t]*\n(?=[^\n_:|]*\S[ \t]{2,}\S[^\n_:|]*$)/gm,
    ({ input, index }) => {
      const lines = input.slice(Math.max(0, index - 500), index).split('\n')
      const [, former = '', above = ''] = lines.filter((line) => line.trim() !== '').reverse()
      const isAbove = /\S[ \t]{2,}\S/.test(former) && !/_{3,}/.test(former + above)
      return isAbove ? undefined : '\n'
    },
  ],
  // `Signature        Date`, and the lines under them
  [
    /(?<!_{3,}[ \t]*\n(?:[ \t]*\n)?)^(?![ \t]*[|>#])[^\n_:]*\S[ \t]{2,}\S[^\n_:]*\n(?:[ \t]*\n)?[ \t]*_{5,}(?:[ \t]{2,}_{3,})+[ \t]*$/gm,
    inColumns,
  ],
]

/** Labels over as many lines, each with its own. */
function inColumns({ 0: found }: RegExpExecArray): string | undefined {
  const [words = '', lines = ''] = found.split(/\n\s*/)
  const labels = words.trim().split(/[ \t]{2,}/)
  if (labels.length !== lines.trim().split(/[ \t]{2,}/).length) return undefined
  if (labels.some((label) => label.length > 40)) return undefined
  return labels.map((label) => `${label}: ${GAP}`).join('    ')
}
