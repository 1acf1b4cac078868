import { join } from 'node:path'
import { packageFolder } from '../../files/package-folder.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'

/** The script of the pages of forms, as `setup/bundle.mjs` makes it. Throws an {@link OperatorError} where that was not run. */
export async function readFormScript(): Promise<string> {
  const bytes = await readBytesMaybe(join(packageFolder, 'bundles', 'form.js'))
  if (bytes) return bytes.toString()
  throw new OperatorError(
    'What runs in the pages of forms is not there; run `npm start` once, which makes it from the sources, or install policypack again',
  )
}
