import type { Rect } from '../geometry.ts'
import type { PdfDict } from '../objects.ts'
import type { Matrix } from './matrix.ts'

/** A character as it is painted on a page. Lengths are PDF points on the upright page, origin at its bottom left. */
export interface Glyph {
  /** What it stands for; empty where the file does not say. */
  readonly text: string
  /** Start of the character on its baseline. */
  readonly x: number
  readonly y: number
  /** How far the next character is moved on. */
  readonly width: number
  /** Height of the type. */
  readonly size: number
  /** Direction of the line in whole degrees, anticlockwise, from 0 (left to right) to 359. */
  readonly angle: number
  /** Name of the font without the tag of its subset. */
  readonly font: string
  /** The area that can be seen here. */
  readonly clip: Rect
  /** Lightness from 0 (black) to 1 (white). */
  readonly lightness: number
}

export interface Mark {
  readonly kind: 'fill' | 'stroke' | 'image'
  /** The rectangle around what is painted, as far as it can be seen. */
  readonly box: Rect
  /** True when a line of it is neither level nor upright, as in a cross or a tick; outlines of curves do not count. */
  readonly slanted: boolean
  /** True when there are curves in it, as in a ring or a rounded corner. */
  readonly curved: boolean
  /** Lightness from 0 (black) to 1 (white); 0 for images. */
  readonly lightness: number
  /** True when nothing that was painted before shows through it, as far as its box goes. */
  readonly opaque: boolean
  /** How many characters of the page were painted before it. */
  readonly after: number
}

/** What has been painted on a page so far. */
export interface Painted {
  readonly glyphs: Glyph[]
  readonly marks: Mark[]
  /** False when something was left out. */
  complete: boolean
}

export interface WidgetLook {
  readonly annotation: PdfDict
  /** Its characters and marks, which are among those of the page as well. */
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Mark[]
  /** `hidden` by its flags; `unpainted` where it has no appearance and each program makes its own. */
  readonly state: 'painted' | 'hidden' | 'unpainted'
}

/** Something that somebody laid over a page. */
export interface PageAnnotation {
  /** Such as `FreeText`, `Ink` or `Stamp` (ISO 32000-1, table 169). */
  readonly subtype: string
  /** What it says; empty for a drawing. */
  readonly text: string
  readonly box: Rect
  /** Whether what it looks like is among the characters and marks of the page. */
  readonly painted: boolean
}

/** What is to be seen on one page: the characters and marks in the order in which they are painted. */
export interface PageContent {
  /** Page, counted from 0. */
  readonly page: number
  readonly width: number
  readonly height: number
  /** From the coordinates of the file, in which fields are placed, to those of the upright page. */
  readonly matrix: Matrix
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Mark[]
  /** How many of the characters and marks the page draws itself; the others are of its annotations and fields. */
  readonly own: { readonly glyphs: number; readonly marks: number }
  /** What hides the page behind annotations whose text is read from themselves, so that they are not among the marks. */
  readonly covers: readonly Mark[]
  /** What people laid over the page; fields, links and pop-ups are none. */
  readonly annotations: readonly PageAnnotation[]
  /** Fields, in the order in which they are painted. */
  readonly widgets: readonly WidgetLook[]
  /** False when something of the page could not be read, so that more may be on it. */
  readonly complete: boolean
}
