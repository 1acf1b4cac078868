import { afterEach, expect, test, vi } from 'vitest'
import { isHere, notTried } from './programs.ts'

afterEach(() => vi.unstubAllEnvs())

test('what cannot be run is missing', () => {
  vi.stubEnv('PATH', '/nowhere')
  expect(isHere('qpdf')).toBe(false)
})

test('the programs that are missing stand in one line', () => {
  expect(notTried(['pdftk', 'gs'])).toBe('Not tried, for lack of the program: pdftk, gs')
  expect(notTried([])).toBeUndefined()
})
