/** Why a whole file could not be read. */
export type PdfErrorReason =
  | 'empty'
  | 'not-a-pdf'
  | 'damaged'
  | 'password-needed'
  | 'wrong-password'
  | 'unsupported-encryption'
  | 'encryption-damaged'
  | 'too-large'

/** Thrown when nothing of a file can be trusted; faults that cost only a part of it are {@link PdfProblem}s. */
export class PdfError extends Error {
  override readonly name = 'PdfError'
  readonly reason: PdfErrorReason

  constructor(reason: PdfErrorReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** Thrown inside the reader where bytes are not the object they should be; never leaves it. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError'
  /** Where reading stopped, as a byte offset in the buffer. */
  readonly offset: number

  constructor(message: string, offset: number) {
    super(`${message} at byte ${offset}`)
    this.offset = offset
  }
}

/** Runs `read`; gives undefined where the bytes have no such object, and lets every other error pass. */
export function readMaybe<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof PdfSyntaxError) return undefined
    throw error
  }
}
