/** By name what a field holds: the text, the chosen option as it is stored, or the on-state of a button; else an empty text. */
type Values = Readonly<Record<string, string>>

/** A program that reads PDFs. */
export interface Reader {
  readonly name: string
  /** What is filled in. */
  values(pdf: Uint8Array): Promise<Values>
}

/** A program that reads the pages of PDFs as well. */
export interface PageReader extends Reader {
  /** The text of each page without white space, which not every program puts at the same places. */
  pages(pdf: Uint8Array): Promise<string[]>
}

/** The text of a page as all programs can be brought to tell it. */
export function pageText(text: string): string {
  return text.replace(/\s+/g, '').normalize('NFC')
}

/** What a program tells of a field as all can be brought to tell it. */
export function fieldValue(value: string): string {
  return value === 'Off' ? '' : value.replace(/\r\n?/g, '\n').normalize('NFC')
}
