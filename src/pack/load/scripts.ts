import { readBundledScript } from '../../files/bundled-script.ts'
import type { Scripts } from '../../model/project.ts'

/** The scripts of the pages of a pack. */
export async function readScripts(): Promise<Scripts> {
  const [site, form, read, reader, cryptography] = await Promise.all([
    readBundledScript('site'),
    readBundledScript('form'),
    readBundledScript('import'),
    readBundledScript('reader'),
    readBundledScript('cryptography'),
  ])
  return { site, form, import: read, reader, cryptography }
}
