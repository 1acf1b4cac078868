import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isHere } from '../../support/programs.ts'

/** Whether qpdf is installed. */
export const hasQpdf = isHere('qpdf')

/** Rewrites a PDF by qpdf. */
export function qpdf(pdf: Uint8Array, options: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'policypack-qpdf-'))
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, pdf)
    execFileSync(
      'qpdf',
      ['--static-id', '--allow-weak-crypto', '--warning-exit-0', ...options, from, to],
      { stdio: 'ignore' },
    )
    return new Uint8Array(readFileSync(to))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
