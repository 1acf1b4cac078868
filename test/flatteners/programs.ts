import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHere, type Program } from '../support/programs.ts'
import type { Flattener } from './flattener.ts'

/** What Linux desktops print to a PDF with. */
export const cairo = program('Poppler and cairo', 'pdftocairo', (from, to) => ['-pdf', from, to])

export const ghostscript = program('Ghostscript', 'gs', (from, to) => [
  '-q',
  '-dBATCH',
  '-dNOPAUSE',
  '-dPreserveAnnots=false',
  '-sDEVICE=pdfwrite',
  `-sOutputFile=${to}`,
  from,
])

export const qpdf = program('qpdf', 'qpdf', (from, to) => [
  '--flatten-annotations=all',
  '--generate-appearances',
  from,
  to,
])

export const mupdf = program('MuPDF', 'mutool', (from, to) => ['convert', '-o', to, from])

function program(
  name: string,
  command: Program,
  options: (from: string, to: string) => string[],
): Flattener {
  return {
    name,
    available: () => isHere(command) && (command !== 'pdftocairo' || isHere('a font for Japanese')),
    async flatten(pdf) {
      const folder = mkdtempSync(join(tmpdir(), 'policypack-flatten-'))
      try {
        const [from, to] = [join(folder, 'filled.pdf'), join(folder, 'flat.pdf')]
        writeFileSync(from, pdf)
        execFileSync(command, options(from, to), { stdio: 'ignore' })
        return new Uint8Array(readFileSync(to))
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  }
}
