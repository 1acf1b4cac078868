import { PDFName } from 'pdf-lib'
import { pathOf } from '../file/index.ts'
import { attributeOf, type Element } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** What lists and tables of contents are made of (ISO 32000-1, tables 333 and 336). */
export const listRules = {
  'list-item-parts': {
    source: '7.2',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'LI')
        .filter((item) => item.contents.length > 0 || !holdsOnly(item, ['Lbl', 'LBody']))
        .map(pathOf),
  },
  'list-parts': {
    source: '7.2',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'L')
        .filter((list) => !holdsOnly(list, ['LI', 'L', 'Caption']))
        .map(pathOf),
  },
  'list-item-place': {
    source: '7.2',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'LI')
        .filter(({ parent }) => parent?.standard !== 'L')
        .map(pathOf),
  },
  'list-label': {
    source: 'ISO 32000-1, table 336',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'Lbl')
        .filter(({ contents, kids }) => contents.length + kids.length === 0)
        .map(pathOf),
  },
  'list-numbering': {
    source: 'ISO 32000-1, 14.8.5.5',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'L')
        .filter(({ kids }) => kids.some((item) => item.kids.some(isLabel)))
        .filter((list) => !(attributeOf(list, 'List', 'ListNumbering') instanceof PDFName))
        .map(pathOf),
  },
  'contents-parts': {
    source: '7.2',
    check: ({ structure }) =>
      structure.elements
        .filter(
          (element) =>
            (element.standard === 'TOC' && !holdsOnly(element, ['TOC', 'TOCI', 'Caption'])) ||
            (element.standard === 'TOCI' && element.parent?.standard !== 'TOC'),
        )
        .map(pathOf),
  },
} satisfies Record<string, Rule>

function isLabel({ standard }: Element): boolean {
  return standard === 'Lbl'
}

function holdsOnly(element: Element, types: readonly string[]): boolean {
  return element.kids.every(({ standard }) => types.includes(standard ?? ''))
}
