import type { PDFRef } from 'pdf-lib'
import { taskLabel } from '../../../contracts/tasks.ts'
import type { Say } from '../../../language/words.ts'
import { name, text } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import {
  contentsOf,
  createElement,
  elementsOf,
  type Kid,
  type StructureElement,
  type StructureRoot,
} from './tree.ts'

/** Structure types of PDF 2.0 that Chromium writes, as the types of PDF 1.7 that come closest. */
const roles = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
} as const

/** Types that say nothing when they hold nothing. */
const pruned = new Set(['Div', 'Em', 'Lbl', 'NonStruct', 'P', 'Sect', 'Span', 'Strong'])

/** Removes the content that has become an artifact; `kept` has the ids that are left on each page. */
export function dropContent(
  root: StructureRoot,
  kept: ReadonlyMap<PDFRef, ReadonlySet<number>>,
): void {
  for (const element of elementsOf(root)) {
    element.kids = element.kids.filter(
      (kid) => kid.kind !== 'content' || kept.get(kid.page)?.has(kid.mcid),
    )
  }
}

/** Makes a form element of each element that holds a widget: the widget and nothing else (ISO 14289-1, 7.18.4). */
export function formElements(root: StructureRoot, widgets: ReadonlySet<PDFRef>): void {
  for (const element of elementsOf(root)) {
    const widget = widgetOf(element, widgets)
    if (!widget) continue
    element.type = 'Form'
    element.kids = [widget]
    // The tooltip is what screen readers say; a second text would be read as well.
    for (const entry of ['A', 'Alt', 'ActualText']) element.dict.delete(name(entry))
  }
}

/** Says of each box of a list of tasks, which Chromium tells by an attribute only, what it shows. */
export function nameTasks(root: StructureRoot, say: Say): void {
  for (const { type, dict } of elementsOf(root)) {
    if (type !== 'Form') continue
    const owners = attributesOf(dict)
    if (!owners.some((owner) => owner.has(name('Role')))) continue
    const isDone = owners.some((owner) => owner.get(name('checked')) === name('on'))
    dict.set(name('Alt'), text(taskLabel(isDone, say)))
  }
}

/** The marked content that belongs to widgets, page by page: their boxes and what is printed in them. */
export function contentOfWidgets(
  root: StructureRoot,
  widgets: ReadonlySet<PDFRef>,
): Map<PDFRef, Set<number>> {
  const found = new Map<PDFRef, Set<number>>()
  for (const element of elementsOf(root)) {
    if (!widgetOf(element, widgets)) continue
    for (const { page, mcid } of contentsOf(element))
      found.set(page, (found.get(page) ?? new Set()).add(mcid))
  }
  return found
}

/** Puts what a list item holds beside its label into a list body (ISO 32000-1, table 336). */
export function listBodies(root: StructureRoot): void {
  for (const element of [...elementsOf(root)]) {
    if (element.type !== 'LI') continue
    const labels = element.kids.filter((kid) => isOf(kid, 'Lbl'))
    const others = element.kids.filter((kid) => !isOf(kid, 'Lbl'))
    if (others.some((kid) => isOf(kid, 'LBody'))) continue
    element.kids = [...labels, createElement(root, 'LBody', others)]
  }
}

/** A figure around a picture and its caption is a group; the figure with the alternative text is the one inside. */
export function figureGroups(root: StructureRoot): void {
  for (const element of elementsOf(root)) {
    const isGroup = element.kids.some((kid) => isOf(kid, 'Figure'))
    if (element.type === 'Figure' && isGroup) element.type = 'Div'
  }
}

/** Removes elements that hold nothing and say nothing. */
export function pruneEmpty(parent: StructureRoot | StructureElement): void {
  parent.kids = parent.kids.filter((kid) => {
    if (kid.kind !== 'element') return true
    pruneEmpty(kid)
    return kid.kids.length > 0 || !pruned.has(kid.type)
  })
}

/** What the render stage has marked by its language is no emphasis. */
export function languageSpans(root: StructureRoot): void {
  for (const element of elementsOf(root))
    if (element.type === 'Em' && element.dict.has(name('Lang'))) element.type = 'Span'
}

/** Maps the types that PDF 1.7 does not have (ISO 32000-1, 14.8.4). */
export function mapRoles(root: StructureRoot): void {
  root.dict.set(name('RoleMap'), root.dict.context.obj({ ...roles }))
}

function widgetOf(element: StructureElement, widgets: ReadonlySet<PDFRef>): Kid | undefined {
  return element.kids.find((kid) => kid.kind === 'object' && widgets.has(kid.ref))
}

function isOf(kid: Kid, type: string): boolean {
  return kid.kind === 'element' && kid.type === type
}
