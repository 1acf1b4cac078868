import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  AdoptedForm,
  type Adopter,
  adoptedDefinition,
  isAdoptedName,
} from '../../contracts/adopted-form.ts'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { shownPath } from '../../files/shown-path.ts'
import type { Message } from '../../messages/message.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { FormDefinition } from '../../model/form.ts'
import { PdfError } from '../../pdf/index.ts'

/** Name of the folder beside the configuration with the forms that others made and that the organisation adopted. */
export const ADOPTED_FOLDER = 'forms'

/** The forms that others made and that the organisation adopted; what is wrong with one is said, and the others are used. */
export async function readAdoptedForms(
  config: string,
  adopter: Adopter,
): Promise<{ definitions: FormDefinition[]; messages: Message[] }> {
  const folder = join(dirname(config), ADOPTED_FOLDER)
  const names = await readdir(folder).catch(() => [])
  const definitions: FormDefinition[] = []
  const messages: Message[] = []
  for (const name of names.filter(isAdoptedName).sort()) {
    const path = join(folder, name)
    const read = await readAdopted(path, folder, adopter)
    if (typeof read !== 'string') definitions.push(read)
    else
      messages.push({
        file: shownPath(path),
        severity: 'warning',
        rule: 'definition-unreadable',
        message: `This adopted form is not used, because ${read}; correct it, or adopt the form again`,
      })
  }
  return { definitions, messages }
}

async function readAdopted(
  path: string,
  folder: string,
  adopter: Adopter,
): Promise<FormDefinition | string> {
  try {
    const json = parseJsonMaybe((await readBytesMaybe(path, { within: folder }))?.toString() ?? '')
    if (json === undefined) return 'it is no JSON; look for a comma or bracket that is missing'
    const { data, error } = AdoptedForm.safeParse(json)
    if (!data) {
      const [first] = error.issues
      return `\`${first?.path.join('.') || 'it'}\` is not as expected (${first?.message})`
    }
    const pdf = await readBytesMaybe(join(folder, data.pdf), { within: folder })
    if (!pdf) return `its blank PDF \`${data.pdf}\` is not beside it`
    return adoptedDefinition(data, new Uint8Array(pdf), adopter)
  } catch (error) {
    if (error instanceof OperatorError) return error.message
    if (error instanceof PdfError) return 'its blank PDF cannot be read'
    throw error
  }
}
