import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/sample-folder.ts', 'test/support/missing-programs.ts'],
    setupFiles: ['test/support/temporary-folder.ts'],
    // Messages name the command as one types it; `npm test` and `npx vitest` are to read the same ones.
    env: { npm_command: '' },
    // Node runs the sources itself, as it does for a user, and faster than with a bundler between.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Tests print pages and run other programs on machines of all kinds; none of them asserts a time.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Much of a test's time goes by in other programs, so that even two cores can run three files at once.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
})
