import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What is read of a picture of some lines; undefined where that is not certain enough to be suggested. */
export type ReadText = (png: Uint8Array) => Promise<string | undefined>

/** Confidence, 0 to 100, from which on a word is suggested: at less, words were wrong. */
const CERTAIN = 95
/** A block of text in lines (`PSM.SINGLE_BLOCK`). */
const BLOCK = '6'
/** Of the English data, those files whose network is of whole numbers, which are small and fast. */
const DATA = '4.0.0_best_int'

/** What is used of `tesseract.js`. */
interface Tesseract {
  createWorker(
    language: string,
    engine: number,
    options: { readonly langPath: string; readonly cacheMethod: string; readonly gzip: boolean },
  ): Promise<{
    setParameters(parameters: Readonly<Record<string, string>>): Promise<unknown>
    recognize(
      image: Buffer,
      options: object,
      output: { readonly text: boolean; readonly blocks: boolean },
    ): Promise<{ readonly data: Recognised }>
  }>
}

interface Recognised {
  readonly text: string
  readonly blocks:
    | readonly {
        readonly paragraphs: readonly {
          readonly lines: readonly {
            readonly words: readonly { readonly confidence: number }[]
          }[]
        }[]
      }[]
    | null
}

/**
 * What reads typed text, where the two packages for that are installed beside policypack; undefined where they are not. It loads
 * nothing from elsewhere.
 */
export async function startTextReader(): Promise<ReadText | undefined> {
  const { resolve } = createRequire(import.meta.url)
  let program: string
  let langPath: string
  try {
    program = resolve('tesseract.js')
    langPath = join(dirname(resolve('@tesseract.js-data/eng/package.json')), DATA)
  } catch {
    return undefined
  }
  const { createWorker } = createRequire(import.meta.url)(program) as Tesseract
  const worker = await createWorker('eng', 1, { langPath, cacheMethod: 'none', gzip: true })
  await worker.setParameters({ tessedit_pageseg_mode: BLOCK, user_defined_dpi: '400' })
  return async (png) => {
    const { data } = await worker.recognize(Buffer.from(png), {}, { text: true, blocks: true })
    const words = (data.blocks ?? []).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
    )
    const isCertain = words.every(({ confidence }) => confidence >= CERTAIN)
    const text = data.text.trim()
    return words.length > 0 && isCertain ? text : undefined
  }
}
