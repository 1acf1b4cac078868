import { report } from '../../../messages/message.ts'
import type { Language } from '../../../model/document.ts'
import { labelOf, placeOf, type ReadDirective } from './directive.ts'

/**
 * `:lang[à la carte]{lang=fr}`: a passage in another language than the document, so that it is read aloud as it should be. The
 * attribute is called as in HTML.
 */
export const language: ReadDirective = {
  forms: ['textDirective'],
  read(directive, file) {
    if (directive.type !== 'textDirective') return []
    const { attributes, children, position } = directive
    const written = attributes?.lang ?? ''
    const lang = languageTag(written)
    const label = labelOf(directive)
    const others = Object.keys(attributes ?? {}).filter((name) => name !== 'lang')
    if (label && lang && others.length === 0) {
      const node: Language = { type: 'language', lang, children }
      return [{ ...node, ...(position && { position }) }]
    }
    const found = !label
      ? 'Missing passage'
      : others.length > 0
        ? `Unexpected attribute \`${others[0]}\` of a passage`
        : written
          ? `Unexpected language \`${written}\``
          : `Missing language of \`${label}\``
    const reason = `${found}, expected one such as \`:lang[à la carte]{lang=fr}\``
    report(file, 'language', reason, placeOf(directive, others[0] ?? 'lang'))
    return children
  },
}

/** The language as standards write it; undefined for what is none, such as its name in English. */
function languageTag(text: string): string | undefined {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text.replaceAll('_', '-'))
    return /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : undefined
  } catch {
    return undefined
  }
}
