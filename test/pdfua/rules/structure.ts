import { PDFArray, PDFDict, PDFName } from 'pdf-lib'
import { expansionIn } from '../../../src/contracts/expansion.ts'
import { name, pathOf, textIn } from '../file/index.ts'
import { attributeOf, type Element, standardTypes } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** Types of elements, and texts that stand for pictures. */
export const structureRules = {
  'role-map': {
    source: '7.1',
    check: ({ structure }) =>
      structure.elements.filter(({ standard }) => standard === undefined).map(pathOf),
  },
  'role-map-standard': {
    source: '7.1',
    check: ({ structure }) => [...structure.roles.keys()].filter((type) => standardTypes.has(type)),
  },
  'figure-alternative': {
    source: '7.3',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'Figure' || standard === 'Formula')
        .filter(({ dict }) => !textIn(dict, 'Alt') && textIn(dict, 'ActualText') === undefined)
        .map(pathOf),
  },
  expansion: {
    source: 'ISO 32000-1, 14.9.5',
    check: ({ structure }) =>
      structure.elements
        .filter(({ dict }) => dict.has(name('E')))
        .filter((element) => !textIn(element.dict, 'E')?.trim() || !holdsContent(element))
        .map(pathOf),
  },
  'expansion-unmade': {
    source: 'what `render` prints for an abbreviation',
    check: ({ structure }) =>
      structure.elements
        .filter(({ dict }) => expansionIn(textIn(dict, 'Alt')) !== undefined)
        .map(pathOf),
  },
  'text-in-block': {
    source: 'ISO 32000-1, 14.8.4.3',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => /^(Document|Part|Art|Sect|Div)$/.test(standard ?? ''))
        .filter(({ contents, kids }) => contents.length > 0 || kids.some(isInLine))
        .map(pathOf),
  },
  'figure-box': {
    source: 'ISO 32000-1, 14.8.5.4.3',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'Figure')
        .filter((element) => {
          const box = attributeOf(element, 'Layout', 'BBox')
          const values = box instanceof PDFArray ? box.asArray().map((item) => Number(item)) : []
          const [left = 0, bottom = 0, right = 0, top = 0] = values
          return !(right > left && top > bottom)
        })
        .map(pathOf),
  },
  'alternative-nested': {
    source: 'an alternative text stands for all that is inside, so that nothing in there is read',
    check: ({ structure }) =>
      structure.elements
        .filter(hasAlternative)
        .filter((element) => element.kids.some((kid) => saysMore(kid)))
        .map(pathOf),
  },
  'note-tagged': {
    source: '7.9: the places that `render` gives footnotes',
    check: ({ structure }) =>
      structure.elements
        .filter((element) => {
          const target = targetOf(element)
          if (/note:fnref-/.test(target)) return !isInside(element, 'Note')
          return /note:fn-/.test(target) && !isInside(element, 'Reference')
        })
        .map(pathOf),
  },
  'note-link': {
    source:
      'a link to a footnote or back says where it leads, since its text is a number or an arrow',
    check: ({ structure }) =>
      structure.elements
        .filter((element) => /note:fn(ref)?-/.test(targetOf(element)))
        .filter(({ dict }) => !/\p{L}/u.test(textIn(dict, 'Alt') ?? ''))
        .map(pathOf),
  },
  'note-id': {
    source: '7.9',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard, dict }) => standard === 'Note' && !textIn(dict, 'ID'))
        .map(pathOf),
  },
} satisfies Record<string, Rule>

function isInLine({ standard }: Element): boolean {
  return /^(Span|NonStruct|Link|Code|Form)$/.test(standard ?? '')
}

function holdsContent({ contents, kids }: Element): boolean {
  return contents.length > 0 || kids.some(holdsContent)
}

function hasAlternative({ dict }: Element): boolean {
  return Boolean(textIn(dict, 'Alt') ?? textIn(dict, 'ActualText'))
}

/** An alternative text, an expansion, or something to press. */
function saysMore(element: Element): boolean {
  const { dict, objects, kids } = element
  return hasAlternative(element) || dict.has(name('E')) || objects.length > 0 || kids.some(saysMore)
}

function isInside(element: Element, type: string): boolean {
  const { parent } = element
  return parent !== undefined && (parent.standard === type || isInside(parent, type))
}

/** The named destination that a link leads to; empty for all else. */
function targetOf({ dict, objects: [ref] }: Element): string {
  const annotation = ref && dict.context.lookup(ref)
  const target = annotation instanceof PDFDict ? annotation.lookup(name('Dest')) : undefined
  return target instanceof PDFName ? target.decodeText() : ''
}
