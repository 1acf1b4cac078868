import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FormDefinition } from '../../src/model/form.ts'

/** The definitions of all forms of a pack, by their names. */
export function definitionsIn(pack: string): FormDefinition[] {
  const names = readdirSync(join(pack, 'forms')).sort()
  return names.flatMap((name) => {
    const id = /^(.*)\.form\.json$/.exec(name)?.[1]
    return id === undefined ? [] : definitionIn(pack, id)
  })
}

/** The definition of one of them. */
export function definitionIn(pack: string, id: string): FormDefinition {
  const text = readFileSync(join(pack, 'forms', `${id}.form.json`), 'utf8')
  return FormDefinition.parse(JSON.parse(text))
}
