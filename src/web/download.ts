import { element } from './elements.ts'

/** Lets the browser save a file, and gives its name. */
export function download(bytes: Uint8Array, name: string, type: string): string {
  const href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  element('a', { href, download: name }).click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
  return name
}
