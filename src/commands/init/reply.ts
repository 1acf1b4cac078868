import type { Answer } from '../../index.ts'

/** What somebody did when they were asked. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' }

/** What one types to go back to the question before. */
export const BACK = '<'

/** What one types to say that there is none. */
export const NONE = '-'
