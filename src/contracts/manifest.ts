import * as z from 'zod'
import { parseJsonMaybe } from './json.ts'

const ManifestFile = z.strictObject({
  /** Within `out/`, with forward slashes. */
  path: z.string().refine(isOutputPath),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
})
export type ManifestFile = z.infer<typeof ManifestFile>

/** `out/manifest.json`: what a build wrote, and from what. It holds no time, so that equal builds are equal. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** Version of policypack. */
  policypack: z.string(),
  browser: z.string(),
  /** True when some of the files are of a draft. */
  draft: z.boolean(),
  /** SHA-256 over configuration, content and templates, in lower-case hex; absent when the files are not all from the same. */
  inputs: z.string().optional(),
  /** All files but this one, sorted by path. */
  files: z.array(ManifestFile),
})
export type Manifest = z.infer<typeof Manifest>

/** What is of use in a manifest of whatever version. */
const EarlierManifest = z.object({
  policypack: z.string(),
  draft: z.boolean().catch(false),
  inputs: z.string().optional().catch(undefined),
  files: z
    .array(z.unknown())
    .transform((files) => files.flatMap((file) => ManifestFile.safeParse(file).data ?? [])),
})
export type EarlierManifest = z.infer<typeof EarlierManifest>

export const MANIFEST = 'manifest.json'

/** True for a path that leads to a place below `out/` on every system. */
export function isOutputPath(path: string): boolean {
  return path.split('/').every((part) => /^(?!\.)[\w.-]+$/.test(part))
}

/** The manifest in a text; undefined when it is not one of this version. */
export function parseManifestMaybe(text: string): Manifest | undefined {
  return Manifest.safeParse(parseJsonMaybe(text)).data
}

/** What an earlier build wrote, by the text of its manifest; undefined when policypack has not written this. */
export function parseEarlierMaybe(text: string): EarlierManifest | undefined {
  return EarlierManifest.safeParse(parseJsonMaybe(text)).data
}
