import type { ReadText } from '../content/element-text.ts'
import { name } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import { elementsOf, type StructureElement, type StructureRoot } from './tree.ts'

/** How the first label of a list begins, and the numbering that it shows (ISO 32000-1, table 347). */
const numberings = [
  [/^\W*\d/, 'Decimal'],
  [/^\W*i\b/, 'LowerRoman'],
  [/^\W*I\b/, 'UpperRoman'],
  [/^\W*[a-z]\b/, 'LowerAlpha'],
  [/^\W*[A-Z]\b/, 'UpperAlpha'],
] as const

/**
 * Says of each list with labels how they are numbered. Chromium does so only for the numberings of CSS, and not for labels
 * such as `(a)`.
 */
export function nameNumberings(root: StructureRoot, textOf: ReadText): void {
  for (const list of elementsOf(root)) {
    if (list.type !== 'L' || isNamed(list)) continue
    const label = [...labelsOf(list)][0]
    const text = label ? textOf(label) : ''
    const [, numbering] = numberings.find(([pattern]) => pattern.test(text)) ?? []
    if (!numbering) continue
    list.dict.set(
      name('A'),
      list.dict.context.obj([...attributesOf(list.dict), { O: 'List', ListNumbering: numbering }]),
    )
  }
}

function isNamed({ dict }: StructureElement): boolean {
  return attributesOf(dict).some((owner) => owner.has(name('ListNumbering')))
}

function* labelsOf(list: StructureElement): Generator<StructureElement> {
  for (const item of list.kids)
    if (item.kind === 'element')
      for (const kid of item.kids) if (kid.kind === 'element' && kid.type === 'Lbl') yield kid
}
