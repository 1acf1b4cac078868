/** What to put into one field of a form, by its fully qualified name. */
export type Entry =
  | { name: string; kind: 'text'; value: string }
  | { name: string; kind: 'checkbox'; state: string; on: boolean }
  | {
      name: string
      kind: 'radio'
      state: string
      /** Left, bottom, right, top of the button, PDF points. */
      rect: readonly [number, number, number, number]
    }
  | { name: string; kind: 'dropdown'; value: string }

/** A program that is not ours and fills in forms. */
export interface Filler {
  readonly name: string
  /** False where the program is not installed. */
  available(): boolean
  fill(pdf: Uint8Array, entries: readonly Entry[]): Promise<Uint8Array>
}
