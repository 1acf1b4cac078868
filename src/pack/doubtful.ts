import { isAbsolute, join, relative, resolve } from 'node:path'
import { packageFolder } from '../files/package-folder.ts'
import { tableOf } from '../language/words.ts'
import type { Document } from '../model/document.ts'
import type { Project } from '../model/project.ts'

/** What is printed with the fonts of the pack, whatever else a page holds. */
const USUAL =
  /^[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Mn}\u2010-\u2026\u20ac£¥©®°·×÷–—→←]*$/u

/**
 * Whether a document may not come out on paper as it should: one of the organisation's own, one with letters beyond the usual, and any where
 * a template is its own.
 */
export function isDoubtful(document: Document, project: Project): boolean {
  if (hasOwnLayouts(project) || !comesAlong(document.file.path)) return true
  const { organisation } = project.config
  const { tree, meta } = document
  const words = tableOf(organisation.locale)
  return !USUAL.test(JSON.stringify([tree, meta, organisation, words], withoutPlaces))
}

/** Whether a template is not one of those that come with policypack. */
export function hasOwnLayouts({ templates }: Project): boolean {
  return Object.values(templates.layouts).some(({ path }) => !comesAlong(path))
}

function comesAlong(path: string): boolean {
  return ['content', 'templates'].some((folder) => {
    const way = relative(join(packageFolder, folder), resolve(path))
    return way !== '' && !way.startsWith('..') && !isAbsolute(way)
  })
}

/** Where something stands in its file has no letters; it is most of a tree. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value
}
