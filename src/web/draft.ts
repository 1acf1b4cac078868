import type { FormDefinition } from '../model/form.ts'
import type { FieldValue } from '../pdf/fill/index.ts'
import type { FormValues } from './form-values.ts'

/** A draft of a form in this browser, which is there only when somebody said so. */
export class Draft {
  readonly #key: string

  constructor({ questions }: FormDefinition) {
    this.#key = `policypack draft ${questions}`
  }

  /** What was kept; undefined where nothing was, or where the browser keeps nothing. */
  read(): FormValues | undefined {
    try {
      const text = localStorage.getItem(this.#key)
      return text === null ? undefined : new Map(Object.entries<FieldValue>(JSON.parse(text)))
    } catch {
      return undefined
    }
  }

  /** False where the browser does not keep it. */
  keep(values: FormValues): boolean {
    try {
      localStorage.setItem(this.#key, JSON.stringify(Object.fromEntries(values)))
      return true
    } catch {
      return false
    }
  }

  remove(): void {
    localStorage.removeItem(this.#key)
  }
}
