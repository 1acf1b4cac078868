import { expansionIn } from '../../../src/contracts/expansion.ts'
import { name, pathOf, textIn } from '../file/index.ts'
import { type Element, standardTypes } from '../file/structure.ts'
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
