import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/sample-pack.ts'],
    // Tests print pages and run other programs on machines of all kinds; none of them asserts a time.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
