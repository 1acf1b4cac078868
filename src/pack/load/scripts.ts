import { join } from 'node:path'
import { packageFolder } from '../../files/package-folder.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Scripts } from '../../model/project.ts'

/** The scripts as `setup/bundle.mjs` makes them. Throws an {@link OperatorError} where that was not run. */
export async function readScripts(): Promise<Scripts> {
  const [site, form, read, reader, cryptography] = await Promise.all([
    readScript('site'),
    readScript('form'),
    readScript('import'),
    readScript('reader'),
    readScript('cryptography'),
  ])
  return { site, form, import: read, reader, cryptography }
}

async function readScript(name: keyof Scripts): Promise<string> {
  const bytes = await readBytesMaybe(join(packageFolder, 'bundles', `${name}.js`))
  if (bytes) return bytes.toString()
  throw new OperatorError(
    'What runs in the pages is not there; run `npm start` once, which makes it from the sources, or install policypack again',
  )
}
