import { pathOf } from '../file/index.ts'
import type { Element } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** What lists are made of (ISO 32000-1, table 336). */
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
} satisfies Record<string, Rule>

function holdsOnly(element: Element, types: readonly string[]): boolean {
  return element.kids.every(({ standard }) => types.includes(standard ?? ''))
}
