import { toString as textOf } from 'mdast-util-to-string'
import { capital } from '../../language/capital.ts'
import type { Blocks } from '../converted.ts'

const DOCUMENT =
  /\b(?:polic(?:y|ies)|procedures?|forms?|agreement|contract|guid(?:e|ance|elines?)|handbook|plan|evaluation|record|checklist|review|code|statement|charter|notice|questionnaire|survey|request|report|letter|application|nomination|consent|declaration|log|register|minutes|appraisal|assessment|feedback|timesheet|claim|referral|induction|memo(?:randum)?|terms of reference|rules|standards?|protocol|framework|strategy)\b/i
/** A title stands among the first lines. */
const FIRST = 6

/** Takes the title out of the blocks, since the front matter has it. */
export function takeTitle(
  blocks: Blocks,
  known: string | undefined,
): { title?: string; blocks: Blocks } {
  const index = titleAt(blocks, known)
  const found = blocks[index]
  if (found) {
    return {
      title: inSentenceCase(textOf(found).replace(/\s+/g, ' ').trim()),
      blocks: blocks.filter((_, at) => at !== index),
    }
  }
  const title = known?.replace(/^Microsoft Word - |\.docx?$/gi, '').trim()
  return title && !/^(?:document\d*|untitled|template)$/i.test(title)
    ? { title, blocks }
    : { blocks }
}

/** A title in capitals as others write it; short words of capitals, such as HR, are names. */
function inSentenceCase(title: string): string {
  if (/\p{Ll}/u.test(title) || !/\s/.test(title)) return title
  const words = title.split(' ').map((word, index) => {
    const isName = NAME.test(word) && !SHORT.test(word) && !DOCUMENT.test(word)
    const small = isName ? word : word.toLowerCase()
    return index === 0 ? capital(small) : small
  })
  return words.join(' ')
}

/** What nobody can say as a word, and the names of some laws and bodies. */
const NAME = /^(?:.{1,3}|[^AEIOUY]{4,}|\S*\d\S*|ACAS|COSHH|FMLA|OSHA|PAYE|RIDDOR|TUPE)$/u
const SHORT =
  /^(?:A|AGE|AIR|ALL|AN|AND|ANY|ARE|AS|AT|BE|BY|CAN|CAR|DAY|END|FIT|FOR|HOW|ILL|IN|IS|ITS|JOB|LAW|MAY|NEW|NO|NOT|OF|OFF|ON|ONE|OR|OUR|OUT|OWN|PAY|PER|SEX|TAX|THE|TO|TWO|UP|USE|WAY|WE|WHO|YOU)$/

function titleAt(blocks: Blocks, known: string | undefined): number {
  const same = blocks.findIndex(
    (block, at) => at < FIRST && known && textOf(block).trim().replace(/\s+/g, ' ') === known,
  )
  if (same >= 0) return same
  const styled = blocks.findIndex((block) => block.type === 'heading' && block.data?.isTitle)
  if (styled >= 0) return styled
  const leading: number[] = []
  for (let index = 0; index < Math.min(FIRST, blocks.length); index++) {
    const block = blocks[index]
    if (block?.type === 'heading') leading.push(index)
    else if (block?.type === 'paragraph' && !isPictureOnly(block)) break
  }
  const [first] = leading
  if (first === undefined) return isPlainTitle(blocks[0]) ? 0 : -1
  const depthOf = (at: number): number => {
    const block = blocks[at]
    return block?.type === 'heading' ? block.depth : 7
  }
  const isAlone =
    blocks.filter((block) => block.type === 'heading' && block.depth <= depthOf(first)).length === 1
  const named = leading.find((at) => DOCUMENT.test(textOf(blocks[at]!)) && !hasLabel(blocks, at))
  if (named !== undefined && (leading.length > 1 || isAlone || named === first)) return named
  return isAlone && !hasLabel(blocks, first) ? first : -1
}

/** A first line that says what the document is, and is no sentence. */
function isPlainTitle(block: Blocks[number] | undefined): boolean {
  const text = block?.type === 'paragraph' ? textOf(block).trim() : ''
  return (
    text !== '' && text.length <= 80 && !/[.:;?!_☐|]$|[_…]{2}|:\s/.test(text) && DOCUMENT.test(text)
  )
}

function hasLabel(blocks: Blocks, at: number): boolean {
  const block = blocks[at]
  return block?.type === 'heading' && Boolean(block.data?.label)
}

function isPictureOnly({
  children,
}: {
  readonly children: readonly { readonly type: string }[]
}): boolean {
  return children.length > 0 && children.every(({ type }) => type === 'image')
}
