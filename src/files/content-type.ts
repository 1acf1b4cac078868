import mime from 'mime'

/** The media type of a file by the ending of its name, as HTTP tells it; texts are in UTF-8. */
export function contentTypeOf(path: string): string {
  const type = mime.getType(path) ?? 'application/octet-stream'
  return /^text\/|\/json$/.test(type) ? `${type}; charset=utf-8` : type
}
