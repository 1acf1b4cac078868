import { fileURLToPath } from 'node:url'

/** The folder of policypack itself, with its `content/` and `templates/`; the same from `src/` and from `dist/`. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url))
