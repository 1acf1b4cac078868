import { applyEdits, modify } from 'jsonc-parser'
import { CONFIG_SCHEMA_FILE, OUT_FOLDER } from '../../contracts/file-names.ts'

/** A value and where it goes in the configuration. */
export interface Entry {
  readonly path: readonly string[]
  readonly value: unknown
}

/** A configuration in which nothing has been said. */
export const EMPTY_CONFIG = `{
  "$schema": "./${OUT_FOLDER}/${CONFIG_SCHEMA_FILE}",
  "organisation": {},
  "answers": {}
}
`

/** Puts values into the text of a configuration and leaves all the rest as it was written. */
export function withEntries(text: string, entries: readonly Entry[]): string {
  const formattingOptions = {
    insertSpaces: !/\n\t/.test(text),
    tabSize: /\n( +)/.exec(text)?.[1]?.length ?? 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
  return entries.reduce(
    (edited, { path, value }) =>
      applyEdits(edited, modify(edited, [...path], value, { formattingOptions })),
    text,
  )
}
