import { latin1 } from '../pdf/bytes.ts'

/** The type of a picture that a page can show, by its first bytes; undefined for others, such as drawings of Windows. */
export function pictureType(bytes: Uint8Array): 'png' | 'jpg' | 'webp' | 'svg' | undefined {
  const start = latin1(bytes.subarray(0, 400))
  return types.find(([, begins]) => begins.test(start))?.[0]
}

const types = [
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['svg', /^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg[\s>]/s],
] as const
