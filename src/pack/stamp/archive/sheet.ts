import {
  PDFDict,
  PDFDocument,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
} from 'pdf-lib'
import { wordsFor } from '../../../language/words.ts'
import { mendUnicode } from '../font/mend-unicode.ts'
import { name } from '../objects.ts'
import { repairStructure } from '../structure/repair.ts'
import {
  readStructure,
  type StructureRoot,
  structureAt,
  writeStructure,
} from '../structure/tree.ts'

/** Puts the pages of a printed sheet before those of a file, and what they say before the rest in its structure tree. */
export async function putBefore(
  pdf: Uint8Array,
  file: PDFDocument,
  structure: StructureRoot,
): Promise<void> {
  const sheet = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  mendUnicode(sheet)
  const tree = readStructure(sheet)
  repairStructure(sheet, tree, new Set(), wordsFor('en'))
  writeStructure(tree)
  // The document itself stays behind, so that nothing leads from the copy back to it.
  for (const entry of ['ParentTree', 'IDTree', 'RoleMap']) tree.dict.delete(name(entry))
  const copier = PDFObjectCopier.for(sheet.context, file.context)
  const root = copier.copy(tree.ref)
  if (!(root instanceof PDFRef)) throw new Error('The structure tree has no object number')
  addPages(sheet, file, copier)
  const { kids } = structureAt(root, file.context.lookup(root, PDFDict))
  const [document] = structure.kids
  if (document?.kind !== 'element') throw new Error('The form has no structure')
  document.kids.unshift(
    ...kids.flatMap((kid) =>
      kid.kind === 'element' && kid.type === 'Document' ? kid.kids : [kid],
    ),
  )
}

function addPages(sheet: PDFDocument, file: PDFDocument, copier: PDFObjectCopier): void {
  let key = nextKey(file)
  for (const [index, { ref }] of sheet.getPages().entries()) {
    const copy = copier.copy(ref)
    const leaf = file.context.lookup(copy)
    if (!(copy instanceof PDFRef && leaf instanceof PDFPageLeaf))
      throw new Error('A page was not copied')
    leaf.set(name('StructParents'), PDFNumber.of(key++))
    file.insertPage(index, PDFPage.of(leaf, copy, file))
  }
}

/** The first key in the parent tree that is free (ISO 32000-1, table 322). */
function nextKey({ catalog }: PDFDocument): number {
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict)
  return root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber()
}
