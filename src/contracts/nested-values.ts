import type { RecordValue } from '../model/record.ts'

/** Values under their names; own properties only count. */
export type Values = { [name: string]: RecordValue }

/** Puts a value where its dotted name leads: `mentee.name` becomes `{mentee: {name: …}}`. */
export function put(values: Values, name: string, value: RecordValue): void {
  const dot = name.indexOf('.')
  const first = dot < 0 ? name : name.slice(0, dot)
  if (dot < 0) define(values, first, value)
  else put(group(values, first), name.slice(dot + 1), value)
}

/** The value under a dotted name, or `undefined` when there is none. */
export function valueAt(values: Values, name: string): RecordValue | undefined {
  let found: RecordValue | undefined = values
  for (const part of name.split('.')) {
    if (!isGroup(found) || !Object.hasOwn(found, part)) return undefined
    found = found[part]
  }
  return found
}

/** The same where it is a text with something in it. */
export function textAt(values: Values, name: string): string | undefined {
  const value = valueAt(values, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The rows of a table; none of what is no table. */
export function rowsIn(value: RecordValue | undefined): Values[] {
  return Array.isArray(value) ? value.filter(isGroup) : []
}

function group(values: Values, name: string): Values {
  const found = Object.hasOwn(values, name) ? values[name] : undefined
  if (isGroup(found)) return found
  const made: Values = {}
  define(values, name, made)
  return made
}

/** Whether a value has others under their names. */
export function isGroup(value: RecordValue | undefined): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// A definition that came with a file is not ours, and assigning to `__proto__` would not make a property.
function define(values: Values, name: string, value: RecordValue): void {
  Object.defineProperty(values, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}
