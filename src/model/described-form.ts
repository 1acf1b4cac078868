/** An option of a list, or a button of a group. */
export interface DescribedOption {
  /** What the PDF stores where it is chosen. */
  readonly value: string
  /** What people read. */
  readonly label: string
}

/** A field of any PDF: what it asks, as far as the file tells, and what it holds. */
export interface DescribedField {
  /** As the file has it, its parts joined by dots. */
  readonly name: string
  readonly type: 'text' | 'checkbox' | 'radio' | 'list' | 'signature' | 'button' | 'unknown'
  /** What people are asked: the tooltip, or else the words printed beside, or else the name. */
  readonly label: string
  readonly labelFrom: 'tooltip' | 'page' | 'name'
  /** Counted from 1; absent for fields that no page shows. */
  readonly page?: number
  /** Left, bottom, right, top in PDF points, origin at the bottom left of the page; of its first box. */
  readonly box?: readonly number[]
  readonly required: boolean
  readonly readOnly: boolean
  readonly multiline?: true
  /** Of a list: several can be chosen, or something else can be written. */
  readonly several?: true
  readonly editable?: true
  /** What the program that made the form wants to be typed. */
  readonly format?: 'date' | 'number'
  readonly maxLength?: number
  readonly options?: readonly DescribedOption[]
  /** The text, whether the box is ticked, the label of what is chosen, or null where nothing is. */
  readonly value: string | boolean | readonly string[] | null
  /** The file contradicts itself about what was filled in, or it is damaged there. */
  readonly doubtful?: true
}

/** Fields that are one question together: boxes of which some are ticked, or the boxes of a table to fill in row by row. */
export type DescribedGroup = { readonly label: string } & (
  | {
      readonly kind: 'answers'
      /** Names of the fields, and what is printed beside each. */
      readonly answers: readonly { readonly field: string; readonly label: string }[]
    }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      /** Names of the fields, row by row. */
      readonly rows: readonly (readonly string[])[]
    }
)

/** What can be said of the form in any PDF. */
export interface DescribedForm {
  /** `xfa`: a form that only Adobe's programs show; `flat`: pages without fields; `pictures`: scans, or pages that are drawn. */
  readonly kind: 'fields' | 'xfa' | 'flat' | 'pictures'
  readonly pages: number
  /** The words in the largest type at the top of the first page, or what the file says of itself. */
  readonly title?: string
  readonly fields: readonly DescribedField[]
  readonly groups: readonly DescribedGroup[]
}
