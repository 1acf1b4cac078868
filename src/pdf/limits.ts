import { PdfError } from './errors.ts'

/** Bounds that keep a hostile file from taking the machine. All have defaults that no honest form comes near. */
export interface PdfLimits {
  readonly fileBytes: number
  readonly xrefEntries: number
  /** Most cross-reference sections (revisions) followed. */
  readonly xrefSections: number
  /** Most indirect objects loaded. */
  readonly objects: number
  /** Deepest nesting of arrays and dictionaries in one object. */
  readonly nesting: number
  /** Largest decoded stream, in bytes. */
  readonly streamBytes: number
  /** Longest text, in bytes of the file; a longer one is cut and said to be damaged. */
  readonly textBytes: number
  /** Bytes parsed and decoded over the whole file, streams included. */
  readonly totalBytes: number
  readonly pages: number
  readonly fields: number
  readonly fieldNesting: number
  readonly annotations: number
  /** Most embedded files listed. */
  readonly attachments: number
}

/** The limits used where the caller names none. */
export const defaultLimits: PdfLimits = {
  fileBytes: 50_000_000,
  xrefEntries: 1_000_000,
  xrefSections: 10_000,
  objects: 200_000,
  nesting: 100,
  streamBytes: 64_000_000,
  textBytes: 8_000_000,
  totalBytes: 256_000_000,
  pages: 10_000,
  fields: 50_000,
  fieldNesting: 64,
  annotations: 100_000,
  attachments: 1000,
}

/** Counts the work done for one file against its limits. */
export class Budget {
  readonly limits: PdfLimits
  #bytes = 0
  #objects = 0

  constructor(limits: PdfLimits) {
    this.limits = limits
  }

  /** Bytes that one more stream may decode to. */
  get streamBytesLeft(): number {
    return Math.min(this.limits.streamBytes, this.limits.totalBytes - this.#bytes)
  }

  /** @throws PdfError `too-large` when the file needs more work than `limits.totalBytes`. */
  spendBytes(count: number): void {
    this.#bytes += count
    if (this.#bytes > this.limits.totalBytes) {
      throw new PdfError(
        'too-large',
        `The file holds more than ${this.limits.totalBytes} bytes when unpacked`,
      )
    }
  }

  /** @throws PdfError `too-large` when the file has more objects than `limits.objects`. */
  spendObject(): void {
    this.#objects += 1
    if (this.#objects > this.limits.objects) {
      throw new PdfError('too-large', `The file has more than ${this.limits.objects} objects`)
    }
  }
}
