import { expect, test } from 'vitest'
import { asTyped } from '../../src/terminal/typed-command.ts'

const text = 'Run `policypack build`, then `policypack import --json`.\n  policypack check'

test.each([
  ['policypack', {}, text],
  [
    'npx',
    { npm_command: 'exec' },
    'Run `npx policypack build`, then `npx policypack import --json`.\n  npx policypack check',
  ],
  [
    'npm start',
    { npm_command: 'start', npm_lifecycle_event: 'start' },
    'Run `npm start`, then `npx policypack import --json`.\n  npx policypack check',
  ],
])('names commands as somebody types them who started by %s', (_, env, expected) => {
  expect(asTyped(text, { env })).toBe(expected)
})

test('leaves the name where it is no command', () => {
  const other = 'policypack needs Node.js; a file `policypack` and mypolicypack check'
  expect(asTyped(other, { env: { npm_command: 'exec' } })).toBe(other)
})
