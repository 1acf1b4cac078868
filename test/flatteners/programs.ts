import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Flattener } from './flattener.ts'

/** What Linux desktops print to a PDF with. */
export const cairo = program('Poppler and cairo', 'pdftocairo', '-v', (from, to) => [
  '-pdf',
  from,
  to,
])

export const ghostscript = program('Ghostscript', 'gs', '--version', (from, to) => [
  '-q',
  '-dBATCH',
  '-dNOPAUSE',
  '-dPreserveAnnots=false',
  '-sDEVICE=pdfwrite',
  `-sOutputFile=${to}`,
  from,
])

export const qpdf = program('qpdf', 'qpdf', '--version', (from, to) => [
  '--flatten-annotations=all',
  '--generate-appearances',
  from,
  to,
])

export const mupdf = program('MuPDF', 'mutool', '-v', (from, to) => ['convert', '-o', to, from])

function program(
  name: string,
  command: string,
  version: string,
  options: (from: string, to: string) => string[],
): Flattener {
  return {
    name,
    available: () => spawnSync(command, [version]).error === undefined,
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
