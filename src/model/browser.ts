export interface BrowserChoice {
  /** Absolute path of the program. */
  readonly executablePath: string
  /** As the program gives it, for example `Chromium 156.0.8078.79`. */
  readonly version: string
  /** False where Chromium's sandbox cannot work: for the root user. */
  readonly sandbox: boolean
}
