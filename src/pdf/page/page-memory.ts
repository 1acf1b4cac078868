import type { ObjectStore } from '../object-store.ts'
import type { PdfDict, PdfObject } from '../objects.ts'
import type { PdfPage } from '../pages.ts'
import { type Asked, copyOfObject, isSameObject } from '../trace.ts'
import type { ContentBudget, ContentLimits, Spent } from './budget.ts'
import type { Painted } from './content.ts'
import type { Font } from './fonts/font.ts'
import type { PageSpace } from './page-space.ts'

/** Characters and marks that are held at one time; those of the pages of some forty forms. */
const MOST_HELD = 150_000

/** Fonts that are held at one time. */
const MOST_FONTS = 60

/** A font that was read, and all that it follows from. */
interface KnownFont {
  readonly dict: PdfObject
  readonly asked: readonly Asked[]
  readonly font: Font
}

/** A page that was read, and all that it follows from. */
interface KnownPage {
  readonly index: number
  /** What the page says of itself, references unresolved. */
  readonly says: readonly PdfObject[]
  readonly space: PageSpace
  readonly limits: ContentLimits
  readonly asked: readonly Asked[]
  readonly spent: Spent
  readonly painted: Painted
}

/**
 * What pages draw themselves, apart from their fields. Completed forms have the pages of the blank one, object by object, and what
 * follows from the same objects is the same: nothing is taken for the same by its looks or by a hash.
 */
export class PageMemory {
  /** Those that were met last stand last. */
  readonly #known = new Set<KnownPage>()
  #held = 0
  readonly #fonts = new Set<KnownFont>()

  /** A font, as `read` reads it where no font like this one was read before. */
  fontOf(objects: ObjectStore, dict: PdfDict, read: () => Font): Font {
    for (const known of this.#fonts)
      if (isSameObject(known.dict, dict) && objects.answersLike(known.asked)) return known.font
    const { result: font, trace } = objects.traced(read)
    if (trace.isSound) {
      this.#fonts.add({ dict: copyOfObject(dict), asked: trace.detached(), font })
      if (this.#fonts.size > MOST_FONTS) this.#fonts.delete(this.#fonts.values().next().value!)
    }
    return font
  }

  /** What a page draws, as `read` reads it where no page like this one was read before. */
  paintedOn(
    { objects, budget }: { readonly objects: ObjectStore; readonly budget: ContentBudget },
    { index, dict, resources }: PdfPage,
    space: PageSpace,
    read: () => Painted,
  ): Painted {
    const says = [dict.get('Contents') ?? null, resources ?? null]
    for (const known of this.#known) {
      const isSame =
        known.index === index &&
        known.limits === budget.limits &&
        isSameSpace(known.space, space) &&
        isSameObject(known.says, says) &&
        objects.answersLike(known.asked, () => budget.spendAgain(known.spent))
      if (isSame) {
        this.#keep(known)
        const { glyphs, marks, complete } = known.painted
        return { glyphs: [...glyphs], marks: [...marks], complete }
      }
    }
    const { limits, spent: before } = budget
    const { result: painted, trace } = objects.traced(read)
    if (trace.isSound && painted.complete) {
      const { glyphs, marks, complete } = painted
      const spent = spentSince(before, budget.spent)
      this.#keep({
        ...{ index, space, limits, spent, says: says.map(copyOfObject), asked: trace.detached() },
        painted: { glyphs: [...glyphs], marks: [...marks], complete },
      })
    }
    return painted
  }

  #keep(page: KnownPage): void {
    if (!this.#known.delete(page)) this.#held += sizeOf(page)
    this.#known.add(page)
    for (const oldest of this.#known) {
      if (this.#held <= MOST_HELD) break
      this.#known.delete(oldest)
      this.#held -= sizeOf(oldest)
    }
  }
}

function isSameSpace(one: PageSpace, other: PageSpace): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.matrix.every((number, at) => number === other.matrix[at])
  )
}

function sizeOf({ painted, asked }: KnownPage): number {
  return painted.glyphs.length + painted.marks.length + asked.length
}

function spentSince(before: Spent, now: Spent): Spent {
  return {
    operators: now.operators - before.operators,
    painted: now.painted - before.painted,
  }
}
