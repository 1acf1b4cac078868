import { join } from 'node:path'
import { OperatorError } from '../messages/operator-error.ts'
import { packageFolder } from './package-folder.ts'
import { readBytesMaybe } from './regular-file.ts'

/** A script as `setup/bundle.mjs` makes it. Throws an {@link OperatorError} where that was not run. */
export async function readBundledScript(name: string): Promise<string> {
  const bytes = await readBytesMaybe(join(packageFolder, 'bundles', `${name}.js`))
  if (bytes) return bytes.toString()
  throw new OperatorError(
    'What runs in the pages is not there; run `npm start` once, which makes it from the sources, or install policypack again',
  )
}
