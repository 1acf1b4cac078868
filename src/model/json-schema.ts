/** A JSON Schema (draft-07), or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}
