/** How a command ended: 0 done, 1 the input has faults, 2 wrong usage or something is missing on this machine. */
export type ExitCode = 0 | 1 | 2

/** Told by a command how it ended; 0 when it says nothing. */
export type Exit = (code: ExitCode) => void
