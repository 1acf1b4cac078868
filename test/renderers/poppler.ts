import { spawn } from 'node:child_process'
import { isHere } from '../support/programs.ts'
import type { Picture } from './picture.ts'
import { RESOLUTION, type Renderer } from './renderer.ts'

/** What Evince and Okular show pages with. */
export const poppler: Renderer = {
  name: 'Poppler',
  available: () => isHere('pdftoppm'),
  async *pictures(pdf) {
    const program = spawn('pdftoppm', ['-gray', '-r', String(RESOLUTION), '-'])
    program.stdin.end(pdf)
    let chunks: Buffer[] = []
    let missing = LONGEST_HEAD
    for await (const chunk of program.stdout) {
      chunks.push(chunk)
      missing -= chunk.length
      if (missing > 0) continue
      const { pictures, rest, restMissing } = picturesIn(Buffer.concat(chunks))
      yield* pictures
      chunks = [rest]
      missing = restMissing
    }
    if (chunks.some(({ length }) => length > 0)) throw new Error('Poppler ended within a page')
  },
}

const LONGEST_HEAD = 40

/** Reads one picture after another (PGM: `P5 width height 255` and the pixels), and how many bytes the next one lacks. */
function picturesIn(output: Buffer) {
  const pictures: Picture[] = []
  let rest = output
  for (;;) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(rest.toString('latin1', 0, LONGEST_HEAD))
    if (!head) return { pictures, rest, restMissing: LONGEST_HEAD - rest.length }
    const [width, height] = [Number(head[1]), Number(head[2])]
    const end = head[0].length + width * height
    if (rest.length < end) return { pictures, rest, restMissing: end - rest.length }
    pictures.push({ width, height, gray: rest.subarray(head[0].length, end) })
    rest = rest.subarray(end)
  }
}
