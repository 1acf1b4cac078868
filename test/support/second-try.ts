/** For tests that end processes at any moment or type into a terminal: on a busy machine in CI, a fault fails twice. */
export const secondTry = { retry: process.env.CI ? 1 : 0 } as const
