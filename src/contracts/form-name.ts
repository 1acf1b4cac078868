import type { FormDefinition } from '../model/form.ts'

/** How a file names a form: by the first digits of its hashes, or all of them, in lower-case hex. */
export interface FormName {
  readonly hash: string
  /** Absent in files from before there was a hash over the questions. */
  readonly questions?: string
}

/** Whether this very form is named, with its boxes where it has them. */
export function namesLayout({ hash }: FormName, form: FormDefinition): boolean {
  return form.hash.startsWith(hash)
}

/** Whether a form with the same questions is named, wherever its boxes are. */
export function namesQuestions({ questions }: FormName, form: FormDefinition): boolean {
  return questions !== undefined && form.questions.startsWith(questions)
}
