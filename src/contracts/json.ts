/**
 * What a JSON text holds that a program has written; undefined when it is no JSON. What people write is read by `parseJson`,
 * which tells them where the fault is.
 */
export function parseJsonMaybe(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
