import type { ObjectStore } from './object-store.ts'

export interface FormContext {
  readonly objects: ObjectStore
  /** /NeedAppearances: a program left it to the viewer to draw the fields, so that a value which is not drawn still counts. */
  readonly needsAppearances: boolean
}
