/** A program that turns a completed form into pages without fields, as printing to a PDF does. */
export interface Flattener {
  readonly name: string
  /** False where the program is not installed. */
  available(): boolean
  flatten(pdf: Uint8Array): Promise<Uint8Array>
}
