import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'
import { listed } from '../../messages/suggest.ts'
import { isForm, type Kind, kinds } from '../../model/document.ts'

/** Reports fields where nobody could fill them in: in documents that are no forms, in headings and in links. */
export function placeFields(tree: Root, kind: Kind, file: VFile): void {
  visit(tree, (node) => {
    const within = phrases[node.type]
    if (within) {
      visit(node, 'field', (field) => {
        report(file, 'field-place', `Unexpected field in ${within}`, field)
      })
    } else if (node.type === 'field' && !isForm(kind)) {
      const reason = `Unexpected field in a document of the kind \`${kind}\`, expected it in one of ${listed(kinds.filter(isForm))}`
      report(file, 'field-place', reason, node)
    }
  })
}

const phrases: Readonly<Record<string, string>> = {
  heading: 'a heading',
  link: 'a link',
  linkReference: 'a link',
  footnoteDefinition: 'a footnote',
}
