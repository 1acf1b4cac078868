import { z } from 'zod'

/** `out/manifest.json`: what a build wrote, and from what. It holds no time, so that equal builds are equal. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** Version of policypack. */
  policypack: z.string(),
  /** The browser that printed the pages. */
  browser: z.string(),
  /** True when some of the files are of a draft. */
  draft: z.boolean(),
  /** SHA-256 over configuration, content and templates, in lower-case hex; absent when the files are not all from the same. */
  inputs: z.string().optional(),
  /** All files but this one, sorted by path. */
  files: z.array(
    z.strictObject({
      /** Within `out/`, with forward slashes. */
      path: z.string().refine(isOutputPath),
      bytes: z.int().nonnegative(),
      sha256: z.string(),
    }),
  ),
})
export type Manifest = z.infer<typeof Manifest>
export type ManifestFile = Manifest['files'][number]

export const MANIFEST = 'manifest.json'

/** True for a path that leads to a place below `out/` on every system. */
export function isOutputPath(path: string): boolean {
  return path.split('/').every((part) => /^(?!\.)[\w.-]+$/.test(part))
}

/** The manifest in a text; undefined when it is not one. */
export function parseManifestMaybe(text: string): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
