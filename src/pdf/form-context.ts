import type { ObjectStore } from './object-store.ts'

/** What the fields of one form have in common. */
export interface FormContext {
  readonly objects: ObjectStore
  /** /NeedAppearances: a program left it to the viewer to draw the fields, so that a value which is not drawn still counts. */
  readonly needsAppearances: boolean
}
