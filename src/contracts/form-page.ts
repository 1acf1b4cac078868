import type { FormDefinition } from '../model/form.ts'

/** Id of the element of a page that holds what its script works with. */
export const FORM_DATA_ID = 'policypack-form'

/** What the page of a form needs to fill it in: JSON in the page itself, since pages also run from the disk. */
export interface FormPageData {
  readonly definition: FormDefinition
  /** The blank PDF, base64. */
  readonly pdf: string
}
