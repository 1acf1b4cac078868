import type { Root } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import type { VFile } from 'vfile'
import { isForm, type Kind, kinds } from '../model/document.ts'
import { report } from '../model/message.ts'
import { listed } from '../model/suggest.ts'

/** Reports fields where nobody could fill them in: in documents that are no forms, in headings and in links. */
export function placeFields(tree: Root, kind: Kind, file: VFile): void {
  visitParents(tree, 'field', (node, ancestors) => {
    const within = ancestors.find(({ type }) => type in phrases)
    const reason = within
      ? `Unexpected field in ${phrases[within.type]}`
      : `Unexpected field in a document of the kind \`${kind}\`, expected it in one of ${listed(kinds.filter(isForm))}`
    if (within || !isForm(kind)) report(file, 'field-place', reason, node)
  })
}

const phrases: Readonly<Record<string, string>> = {
  heading: 'a heading',
  link: 'a link',
  linkReference: 'a link',
  footnoteDefinition: 'a footnote',
}
