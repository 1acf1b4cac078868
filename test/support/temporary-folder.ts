import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

// Node's own place for what it has compiled, which is there for the next test file as well.
process.env.NODE_COMPILE_CACHE ??= join(realpathSync(tmpdir()), 'node-compile-cache')

// Whatever a test file and the programs that it starts leave among the temporary files goes when the file is done.
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'policypack-test-'))
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder

afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})
