import { parse, resolve } from 'node:path'
import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'
import { sha256Hex } from '../../contracts/hash.ts'
import { slug } from '../../language/slug.ts'
import { report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import type { Asset } from '../../model/project.ts'
import { readPictureFile } from './picture-file.ts'

/** A photograph for a page of paper has some megabytes. */
const words = { what: 'picture', beside: 'the document', maxBytes: 5_000_000 }

/** Documents with the pictures that they show. */
export interface WithPictures {
  /** The same in which each picture is named by its path in `out/`. */
  readonly documents: readonly Document[]
  /** Each picture once, by its path. */
  readonly pictures: readonly Asset[]
}

/** Reads the pictures of documents from the folders in which the documents lie; faults become messages at their places. */
export async function readPictures(documents: readonly Document[]): Promise<WithPictures> {
  const pictures = new Map<string, Asset>()
  const withPictures = documents.map((document) =>
    imagesIn(document).length > 0
      ? { ...document, tree: structuredClone(document.tree) }
      : document,
  )
  for (const document of withPictures)
    for (const image of imagesIn(document)) {
      const picture = await readPicture(image, document)
      if (!picture) continue
      image.url = picture.path
      pictures.set(picture.path, picture)
    }
  const sorted = [...pictures.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { documents: withPictures, pictures: sorted }
}

/** The paths of the pictures of a document, as its author wrote them. */
export function picturePaths(document: Pick<Document, 'tree'>): string[] {
  return imagesIn(document).map(({ url }) => pathIn(url))
}

async function readPicture(image: Image, { file }: Document): Promise<Asset | undefined> {
  const path = pathIn(image.url)
  const found = await readPictureFile(resolve(file.cwd, file.dirname ?? ''), path, words)
  if (typeof found === 'string') {
    report(file, 'picture', found, image)
    return undefined
  }
  const { type, bytes } = found
  const name = `${slug(parse(path).name, 'picture')}-${sha256Hex(bytes).slice(0, 8)}`
  return { path: `assets/pictures/${name}.${type}`, bytes }
}

function imagesIn({ tree }: Pick<Document, 'tree'>): Image[] {
  const images: Image[] = []
  visit(tree, 'image', (image) => {
    images.push(image)
  })
  return images
}

/** `our%20team.png` as the file is called. */
function pathIn(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
