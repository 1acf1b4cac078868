import { defaultSchema, type Options } from 'rehype-sanitize'

/**
 * What may come out of an author's Markdown: what GitHub allows, abbreviations, our own elements for clauses, gaps and
 * definitions, and the empty `slot` elements that later become fields and tables. No author can write a `slot`, because raw HTML is
 * dropped before.
 */
export const schema: Options = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'abbr', 'caption', 'mark', 'slot'],
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
  attributes: {
    ...defaultSchema.attributes,
    a: [
      ['className', 'clause-number', 'data-footnote-backref'],
      ...(defaultSchema.attributes?.a ?? []).filter(([name]) => name !== 'className'),
    ],
    abbr: ['title'],
    div: [...(defaultSchema.attributes?.div ?? []), ['className', 'clause']],
    img: [...(defaultSchema.attributes?.img ?? []), ['className', 'picture']],
    mark: [['className', 'gap']],
    ol: [
      'type',
      ['className', /^bracketed-/, 'contains-task-list'],
      ...(defaultSchema.attributes?.ol ?? []).filter(([name]) => name !== 'className'),
    ],
    table: [...(defaultSchema.attributes?.table ?? []), ['className', 'definitions']],
    span: ['lang'],
    slot: ['dataField', 'dataPlace', 'dataTable'],
  },
}
