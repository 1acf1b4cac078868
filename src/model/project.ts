import type { VFile } from 'vfile'
import type { Locate, Message } from '../messages/message.ts'
import type { Document, Source } from './document.ts'
import type { FormDefinition, PublishedForm } from './form.ts'
import type { Config, PlaceholderCatalogue } from './organisation.ts'

/** All that a build needs, read from disk once. */
export interface Project {
  readonly config: Config
  /** The text of the configuration, on which messages about it collect. */
  readonly configFile: VFile
  /** Where an answer, a document's settings or another value stands in the configuration, for messages. */
  readonly locate: Locate
  readonly sources: readonly Source[]
  /**
   * Ids of the documents that cannot be read, by the names of their files; absent until the sources are parsed. That is told once: what is
   * missing elsewhere for want of them is no fault of its own.
   */
  readonly unread?: ReadonlySet<string>
  /** What is wrong with each document that is left out of a draft for its faults, by its id. */
  readonly faulty?: ReadonlyMap<string, readonly Message[]>
  readonly catalogue: PlaceholderCatalogue
  /** The forms that were handed out with earlier builds. */
  readonly published: readonly PublishedForm[]
  readonly templates: Templates
  readonly logo?: Asset
  /** The pictures of the documents; absent until the documents are filled. */
  readonly pictures?: readonly Asset[]
}

declare module 'vfile' {
  /** What one stage finds out about a file and a later one decides by. */
  interface DataMap {
    /** Something in it begins like a placeholder and cannot be read as one, and that is told. */
    hasBrokenPlaceholder: boolean
    /** How points of lists were counted that are numbers by now, such as `(a)`, by the line that they stand on. */
    listMarks: ReadonlyMap<number, string>
    /** Of the configuration: the texts of answers that are not of the kind that is asked for, and that this is told of. */
    misfitAnswers: readonly string[]
  }
}

/** One place at which a document asks for an answer. */
export interface PlaceholderUse {
  /** The phrase in its normal form, as `placeholderKey` gives it. */
  readonly key: string
  readonly document: string
  /** Path of the document's file, and the place in it, counted from 1. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** The sentence, heading, label or address that the placeholder stands in, as the author wrote it. */
  readonly sentence: string
  /** False when nothing has been said; true also when the organisation deliberately has none. */
  readonly answered: boolean
}

/** What the fill stage gives: the organisation's own documents, and all that was asked for them. */
export interface Filled {
  readonly documents: readonly Document[]
  readonly placeholders: readonly PlaceholderUse[]
}

/** A file that goes along with the pages, such as a font. */
export interface Asset {
  /** Path within `out/`, with forward slashes, for example `assets/fonts/source-sans-3.woff2`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** A font, or its licence, that goes along only where a page has a character that it is for. */
  readonly whenUsed?: boolean
}

/** The templates, from the package or the organisation's own folder. */
export interface Templates {
  /** Handlebars files by their names without the ending, for example `page`; messages about them collect there. */
  readonly layouts: Readonly<Record<string, VFile>>
  /** CSS by the name of the file without its ending: `screen`, `print`, `classic`. */
  readonly styles: Readonly<Record<string, string>>
  /** Fonts, licences and pictures that the styles use. */
  readonly assets: readonly Asset[]
  /** The font for typed values: TrueType, Latin, Greek and Cyrillic. */
  readonly formFont: Uint8Array
  /** The program that draws codes, as WebAssembly. */
  readonly codeWriter: Uint8Array
}

interface RenderedDocument {
  readonly document: Document
  /** Whole page for `out/<id>.html`. */
  readonly screen: string
  /** Whole page for Chromium; each slot is a link to `field:KEY`, see `slotKey`. */
  readonly print: string
}

/** All pages of a pack, and the files that go along with them. */
export interface RenderedPack {
  readonly pages: readonly RenderedDocument[]
  /** Whole page for `out/index.html`. */
  readonly index: string
  /** Whole page for `out/register.html`. */
  readonly register: string
  /** Whole page for `out/import.html`, without what it reads forms with. */
  readonly import: string
  /** Calendar for `out/reviews.ics`. */
  readonly reviews: string
  readonly title: string
  /** What the script of the pages says, in the language of the pack, as a script that runs before it. */
  readonly words: string
  /** What the one PDF of all documents has beside their pages, by how many pages each has; absent where none is to be made. */
  readonly combined?: (pages: ReadonlyMap<string, number>) => PackFrame
  /** Style sheets, fonts and logo. */
  readonly assets: readonly Asset[]
}

/** Cover, contents and all pages of documents without what stands between their margins, as one page for the printer. */
export interface PackFrame {
  readonly html: string
  /** The pages, from 0, on which the places are that are told, where each list before the documents has one. */
  readonly places: ReadonlyMap<string, number>
}

/** What runs in the pages. */
export interface Scripts {
  /** In each of them. */
  readonly site: string
  /** In those of forms. */
  readonly form: string
  /** In the page that reads completed forms. */
  readonly import: string
  /** In the workers of that page. */
  readonly reader: string
  /** In those of them that verify digital signatures as well. */
  readonly cryptography: string
}

/** A document as PDF, with the definition where it is a form. */
export interface StampedDocument {
  readonly document: Document
  readonly pdf: Uint8Array
  readonly pages: number
  readonly definition?: FormDefinition
}
