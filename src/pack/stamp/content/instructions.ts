import { isArray, isDict, nameOf, type PdfObject, PdfString } from '../../../pdf/objects.ts'
import { type Instruction, readInstructions } from '../../../pdf/page/index.ts'
import { decodeText } from '../../../pdf/text-string.ts'

/** A marked-content sequence (ISO 32000-1, 14.6). */
export interface Sequence {
  readonly begin: Instruction
  readonly tag: string
  /** Marked-content id; absent for sequences that are not tagged. */
  readonly mcid: number | undefined
  /** What it says instead of its characters (14.9.4). */
  readonly actualText: string | undefined
}

/** An instruction with the sequences that it stands in, the one that it begins or ends included. */
export interface PageInstruction extends Instruction {
  readonly open: readonly Sequence[]
}

/**
 * The instructions of a printed page. Throws for what Chromium does not write: inline images, and what is no content.
 */
export function* readPageInstructions(content: Uint8Array): Generator<PageInstruction> {
  let open: readonly Sequence[] = []
  for (const instruction of readInstructions(content, refuseFault)) {
    const { operator } = instruction
    if (operator === 'BI') throw new Error('Unexpected inline image in a printed page')
    if (operator === 'BDC' || operator === 'BMC') open = [...open, sequenceOf(instruction)]
    const { operands, start, end } = instruction
    yield { operator, operands, start, end, open }
    if (operator === 'EMC') open = open.slice(0, -1)
  }
}

/** The strings that an instruction shows, as bytes. */
export function stringsIn({ operator, operands }: Instruction): readonly Uint8Array[] {
  if (operator !== 'Tj' && operator !== 'TJ') return NO_STRINGS
  const [shown] = operands
  const items = isArray(shown) ? shown : [shown]
  return items.flatMap((item) => bytesOf(item) ?? [])
}

/** Most instructions show none. */
const NO_STRINGS: readonly Uint8Array[] = []

/** An operand that is a number; what is none counts as 0. */
export function numberOf(operand: PdfObject | undefined): number {
  return typeof operand === 'number' ? operand : 0
}

function sequenceOf(begin: Instruction): Sequence {
  const [tag, properties] = begin.operands
  const entries = isDict(properties) ? properties : undefined
  const mcid = entries?.get('MCID')
  const actualText = bytesOf(entries?.get('ActualText'))
  return {
    begin,
    tag: nameOf(tag) ?? '',
    mcid: typeof mcid === 'number' ? mcid : undefined,
    actualText: actualText && decodeText(actualText).text,
  }
}

function bytesOf(object: PdfObject | undefined): Uint8Array | undefined {
  return object instanceof PdfString ? object.bytes : undefined
}

function refuseFault(): never {
  throw new Error('Unexpected syntax in the content of a printed page')
}
