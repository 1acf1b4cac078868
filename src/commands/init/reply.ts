import type { Answer } from '../../index.ts'

/** What somebody did when they were asked. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'hurry' }
  | { readonly kind: 'stop' }

/** What one types to go back to the question before, also behind what stands in the line already. */
export const BACK = '<'

/** What one types to take the usual answers to all that have one. */
export const HURRY = '>'

/** Whether a line ends with a sign by which one moves on or back; no answer does. */
export function endsWith(sign: typeof BACK | typeof HURRY, typed: string): boolean {
  return typed.endsWith(sign) && !/^<[^<>]*>$/.test(typed)
}

/** What one types to say that there is none. */
export const NONE = '-'
