import type { FormDefinition } from './form.ts'

/*
 * What is read from pictures of completed forms on paper. Nothing that is uncertain is ever said as certain: what a person has to
 * look at says why, and what the reader would guess is no answer.
 */

export interface Raster {
  readonly width: number
  readonly height: number
  /** One byte a pixel, row by row from the top; 0 is black, 255 white. */
  readonly gray: Uint8Array
}

/** A picture as a file holds it, drawn at the size at which it is read. */
export interface PagePicture extends Raster {
  /** How many pixels the file has for one of these; below 1 where the file is coarser. */
  readonly pixels: number
  /** The file knows black and white only. */
  readonly isBilevel: boolean
}

/** Why nothing on a page is certain, whatever its boxes look like. */
export type PageDoubt =
  /** It has no marks, as forms that were printed before there were any: its print tells which page it may be, and a person whether. */
  | 'unmarked'
  /** Only black and white were kept, so that faint strokes are gone. */
  | 'bilevel'
  /** Less than 100 dots per inch. */
  | 'coarse'
  /** The words and boxes of the form are not where the marks say. */
  | 'misplaced'
  /** Dirt, a pattern or noise all over the paper. */
  | 'noisy'
  /** Marks of more than one page. */
  | 'several'

/** Why a question has to be looked at. */
export type Doubt =
  | PageDoubt
  | 'page-missing'
  /** Of several pictures of the page one shows something else than another. */
  | 'pictures-differ'
  /** Too little ink for a mark, and more than none. */
  | 'faint'
  | 'several-marks'
  /** A box is blacked out or crossed out, as where somebody corrected themselves. */
  | 'scribble'
  /** Ink beside the boxes, as where a word is circled or struck out, or ink that runs through them. */
  | 'beside'
  /** The print at this place is not like that of the form. */
  | 'poor-fit'
  /** A shadow or fold lies over it. */
  | 'uneven-light'
  /** Nothing is on it, but pale print is gone from the picture, and pale ink may be as well. */
  | 'faded'

/** What a picture shows of one question. */
export type Reading =
  /** Boxes: those that are marked, by their on-states; none where it was left empty. */
  | { readonly is: 'marked'; readonly name: string; readonly states: readonly string[] }
  /** A text, number or date: whether something is written there, not what. */
  | { readonly is: 'written' | 'empty'; readonly name: string }
  /** Whether there is ink in the box of a signature, not whose. */
  | { readonly is: 'signature'; readonly name: string; readonly hasInk: boolean }
  | {
      readonly is: 'uncertain'
      readonly name: string
      readonly why: Doubt
      /** The boxes in which there is ink, by their on-states. */
      readonly states: readonly string[]
    }

/** A rectangle on the form, PDF points: left, bottom, right, top. */
export type Place = readonly [left: number, bottom: number, right: number, top: number]

/** How much ink there is in and around one box. */
export interface BoxInk {
  /** Fully qualified name of the PDF field, and the on-state of a button. */
  readonly name: string
  readonly state?: string
  /** mm² at a contrast of 0.15, and at one of 0.07, which also shows what is faint. */
  readonly strong: number
  readonly faint: number
  /** Part of the box that is covered, 0 to 1. */
  readonly cover: number
  /** mm² beside the box, outside of all others. */
  readonly beside: number
  /** mm² in it, of strokes that were meant for it: a tick that begins in it, and not words or a line that only pass. */
  readonly own: number
  /** mm² around it of strokes that were meant for no place, of those that were meant for another line, and over its words. */
  readonly apart: number
  readonly written: number
  readonly over: number
  /** mm² around it that count only where nothing is in any box: of strokes that are very pale, and of those far behind its words. */
  readonly hint: number
  /** Part of what is printed there that is found, 0 to 1. */
  readonly fit: number
  /** Part of the pale print of the page that is seen, 0 to 1. */
  readonly kept: number
  /** How much lighter the paper is on one side than on the other, 0 to 1. */
  readonly shadow: number
}

/** What one picture shows. */
export type PageReading =
  /** Nothing, as the back of a sheet. */
  | { readonly is: 'blank' }
  | UnknownPage
  /** A page of a form of which neither definition nor blank is known here. */
  | { readonly is: 'foreign'; readonly hash: string; readonly page: number }
  | FormPage

/** Something of which nothing tells which page of a form it is. */
export interface UnknownPage {
  readonly is: 'unknown'
  /** Which pages it is most like, the likeliest first; absent where it could not be drawn. */
  readonly likely?: readonly Pick<FormPage, 'hash' | 'page'>[]
  /** Something is printed on it. */
  readonly isPrinted?: boolean
  /** Dots per inch, if it is as large as its file says. */
  readonly resolution?: number
}

export interface FormPage {
  readonly is: 'page'
  /** The first 12 digits of the hash of the form. */
  readonly hash: string
  /** Of the form, counted from 0. */
  readonly page: number
  /** How many of the four marks were found. */
  readonly marks: number
  /** Dots per inch of the picture on the paper. */
  readonly resolution: number
  readonly doubts: readonly PageDoubt[]
  readonly boxes: readonly BoxInk[]
  /** Where something is written that is in no box. */
  readonly beside: readonly Place[]
}

/** A completed form on paper, as far as it lies in one file. */
export interface PaperForm {
  readonly id: string
  readonly version: string
  readonly title: string
  /** Which of its pages are there and which are not, counted from 0. */
  readonly pages: readonly number[]
  readonly missing: readonly number[]
  /** Two copies lie in the file in such an order that pages of one may have come to the other. */
  readonly isMixed: boolean
  /** By question; absent where the form is anonymous or private. */
  readonly readings?: readonly Reading[]
}

/** Where a page has ink, by which a sheet is known again that was scanned twice: what two people write never lies in the same places. */
export interface Traces {
  /** Squares of a row. */
  readonly columns: number
  /** The squares with ink, row by row. */
  readonly squares: readonly number[]
}

/** A picture of a page of a form, with what a person has to see of it. */
interface Sheet {
  /** Which page of its file it is, counted from 0. */
  readonly index: number
  readonly page: FormPage
  /** The whole page, PNG; absent where it may not be kept. */
  readonly picture?: Uint8Array
  /** Absent where nothing tells the form. */
  readonly traces?: Traces
  /** What it shows of each question, PNG. */
  readonly crops: ReadonlyMap<string, Uint8Array>
  /** What a program reads in boxes with typed text, for a person to take or not. */
  readonly suggestions: ReadonlyMap<string, string>
}

/** The pictures of one completed form that lie in one file. */
export interface PaperCopy {
  readonly form: FormDefinition
  readonly isMixed: boolean
  /** In the order of the form. */
  readonly sheets: readonly Sheet[]
  /** Names of the questions whose answers may not be kept. */
  readonly withheld: readonly string[]
  /** What is kept of the file: a PDF, and which page of it each sheet is; absent where nothing may be. */
  readonly original?: { readonly bytes: Uint8Array; readonly pages: readonly number[] }
}

export interface PaperRead {
  /** Page by page of the file: what it shows, and of a known form which of `forms` it is of, counted from 0. */
  readonly pages: readonly {
    readonly is: PageReading['is']
    readonly form?: number
    readonly page?: number
    /** Dots per inch. */
    readonly resolution?: number
    readonly doubts?: readonly PageDoubt[]
    /** Where something is written that is in no box. */
    readonly beside?: readonly Place[]
  }[]
  readonly forms: readonly PaperForm[]
}
