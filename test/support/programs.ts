import { spawnSync } from 'node:child_process'

/** Debian's Python has the bindings of Poppler; another one in the PATH would not. */
export const PYTHON = '/usr/bin/python3'

/** How to ask each real program that tests drive whether it is here: it must answer without a fault. */
const questions = {
  pdftk: ['pdftk', '--version'],
  'python3 with the bindings of Poppler': [
    PYTHON,
    '-c',
    'import gi; gi.require_version("Poppler", "0.18")',
  ],
  // Poppler and cairo draw no answer in a script that no font of the machine has.
  'a font for Japanese': ['sh', '-c', 'fc-list :lang=ja | grep -q .'],
  pdftoppm: ['pdftoppm', '-v'],
  pdftocairo: ['pdftocairo', '-v'],
  gs: ['gs', '--version'],
  qpdf: ['qpdf', '--version'],
  mutool: ['mutool', '-v'],
  soffice: ['soffice', '--version'],
  firefox: ['sh', '-c', 'firefox-esr --version || firefox --version'],
  'python3 with reportlab': [PYTHON, '-c', 'import reportlab'],
  'python3 with pikepdf': [PYTHON, '-c', 'import pikepdf'],
} as const satisfies Record<string, readonly [command: string, ...args: string[]]>

/** A real program that tests drive where it is installed. */
export type Program = keyof typeof questions

/** All of them. */
export const programs = Object.keys(questions) as Program[]

/** Whether a program is installed on this machine. */
export function isHere(program: Program): boolean {
  const [command, ...args] = questions[program]
  return spawnSync(command, args).status === 0
}

/** What a run of the tests says at its end of the programs that it could not try; undefined when all are here. */
export function notTried(missing: readonly Program[]): string | undefined {
  return missing.length > 0
    ? `Not tried, for lack of the program: ${missing.join(', ')}`
    : undefined
}
