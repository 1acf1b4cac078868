import { AskedForm } from '../../model/form.ts'

/**
 * The file with what a form asks, `<dir>/<form>/questions/<hash>.json`, so that its records can be understood when the pack has
 * changed; `undefined` for anything but a whole definition.
 */
export function questionsFile(
  form: Partial<AskedForm>,
): { name: string; text: string } | undefined {
  const asked = AskedForm.safeParse(form).data
  return asked && { name: `${asked.questions}.json`, text: `${JSON.stringify(asked)}\n` }
}
