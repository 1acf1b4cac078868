import type { PDFDocument, PDFPage, PDFRef } from 'pdf-lib'
import type { Say } from '../../../language/words.ts'
import { markArtifacts } from '../content/artifacts.ts'
import { contentOf, setContent } from '../content/page-content.ts'
import { completeRows } from './complete-rows.ts'
import { expandAbbreviations } from './expansions.ts'
import { placeFigures } from './figure-boxes.ts'
import { tagNotes } from './notes.ts'
import { unwrapGroups, wrapTexts } from './paragraphs.ts'
import { listIds, renameIds } from './rename-ids.ts'
import {
  contentOfWidgets,
  dropContent,
  figureGroups,
  formElements,
  languageSpans,
  listBodies,
  mapRoles,
  nameTasks,
  pruneEmpty,
} from './repairs.ts'
import { repeatedHeads } from './repeated-heads.ts'
import { tagContents } from './table-of-contents.ts'
import type { StructureRoot } from './tree.ts'

/**
 * Makes the structure tree that Chromium wrote, and the content of the pages, what PDF/UA-1 asks for: all content is
 * tagged or an artifact, each of the annotations in `widgets` has a form element, texts are in paragraphs, lists have
 * bodies, rows have all their cells, abbreviations have expansions, footnotes are notes, pictures have
 * their places, and types are standard ones. Identifiers are the same in each build.
 * What it says of them is in the words of `say`.
 */
export function repairStructure(
  file: PDFDocument,
  root: StructureRoot,
  widgets: ReadonlySet<PDFRef>,
  say: Say,
): void {
  const boxes = contentOfWidgets(root, widgets)
  const heads = repeatedHeads(file, root)
  const kept = new Map(
    file.getPages().map((page) => {
      const discard = new Set([boxes, heads].flatMap((found) => [...(found.get(page.ref) ?? [])]))
      return [page.ref, rewrite(page, discard)]
    }),
  )
  expandAbbreviations(root)
  formElements(root, widgets)
  languageSpans(root)
  nameTasks(root, say)
  dropContent(root, kept)
  listBodies(root)
  figureGroups(root)
  placeFigures(file, root)
  pruneEmpty(root)
  unwrapGroups(root)
  wrapTexts(root)
  tagContents(root)
  tagNotes(root, say)
  completeRows(root)
  renameIds(root)
  listIds(root)
  mapRoles(root)
}

/** Marks the artifacts of a page and gives the ids of what is still tagged. */
function rewrite(page: PDFPage, discard: ReadonlySet<number>): ReadonlySet<number> {
  const { content, kept } = markArtifacts(contentOf(page), discard)
  setContent(page, content)
  return kept
}
