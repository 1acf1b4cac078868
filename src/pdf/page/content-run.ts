import { type Rect, readRect } from '../geometry.ts'
import type { ObjectStore } from '../object-store.ts'
import type { PdfDict, PdfObject, PdfStream } from '../objects.ts'
import type { ContentBudget } from './budget.ts'
import type { Glyph, Mark, Painted } from './content.ts'
import { type Font, readFont } from './fonts/font.ts'
import type { GraphicsState } from './graphics-state.ts'
import { readInstructions } from './instructions.ts'
import { identity, intersect, type Matrix, multiply, readMatrix, transformRect } from './matrix.ts'
import type { PageMemory } from './page-memory.ts'
import { Path } from './path.ts'

/** What the content of all pages of a file shares. */
export interface ContentSource {
  readonly objects: ObjectStore
  readonly budget: ContentBudget
  readonly fonts: Map<PdfDict, ReturnType<typeof tracedFont>>
  /** What earlier files say. */
  readonly memory: PageMemory
  /** What to do at each operator that is not passed over. */
  readonly operators: ReadonlyMap<string, Operator>
}

export type Operator = (run: ContentRun, operands: readonly PdfObject[]) => void

/** What is known of the outline of a mark, and whether it fills its box. */
type Shape = Pick<Mark, 'slanted' | 'curved' | 'opaque'>

/** A rectangle. */
export const straight: Shape = { slanted: false, curved: false, opaque: true }

/** One content stream that is being run, with the state that its operators change. */
export class ContentRun {
  readonly source: ContentSource
  readonly resources: PdfDict | undefined
  readonly painted: Painted
  /** How deep it is inside form XObjects. */
  readonly depth: number
  state: GraphicsState
  readonly saved: GraphicsState[] = []
  /** What the open marked content says in place of what it paints, the innermost last. */
  readonly said: (string | undefined)[] = []
  path = new Path()
  /** Whether the path becomes a clipping path when it is painted. */
  clipNext = false
  textMatrix: Matrix = identity
  lineMatrix: Matrix = identity

  constructor(
    source: ContentSource,
    resources: PdfDict | undefined,
    painted: Painted,
    state: GraphicsState,
    depth = 0,
  ) {
    this.source = source
    this.resources = resources
    this.painted = painted
    this.state = { ...state }
    this.depth = depth
  }

  /** Runs the operators of a stream; those that paint nothing that can be read are passed over. */
  run(content: Uint8Array): void {
    const { length } = content
    if (length > this.source.budget.limits.streamBytes) this.painted.complete = false
    const read = content.subarray(0, this.source.budget.limits.streamBytes)
    const onFault = () => {
      this.painted.complete = false
    }
    for (const { operator, operands } of readInstructions(read, onFault)) {
      if (!this.source.budget.spendOperator()) {
        this.painted.complete = false
        return
      }
      this.source.operators.get(operator)?.(this, operands)
    }
  }

  /** Runs the content of a form XObject in its own box and coordinates (ISO 32000-1, 8.10.1). */
  paintForm(form: PdfStream): void {
    const { objects, budget } = this.source
    if (this.depth >= budget.limits.nesting) {
      this.painted.complete = false
      return
    }
    const ctm = multiply(readMatrix(objects, form.dict.get('Matrix')) ?? identity, this.state.ctm)
    const box = readRect(objects, form.dict.get('BBox'))
    const clip = box ? intersect(this.state.clip, transformRect(ctm, box)) : this.state.clip
    const resources = objects.dict(form.dict.get('Resources')) ?? this.resources
    const state = { ...this.state, ctm, clip }
    const inner = new ContentRun(this.source, resources, this.painted, state, this.depth + 1)
    const { bytes, isDamaged } = objects.streamData(form)
    if (isDamaged) this.painted.complete = false
    inner.run(bytes)
  }

  /** A resource by its category and name, not yet resolved. */
  resource(category: string, name: string | undefined): PdfObject | undefined {
    if (name === undefined) return undefined
    return this.source.objects.dict(this.resources?.get(category))?.get(name)
  }

  /** The font of that name; fonts are read once for all pages. */
  font(name: string | undefined): Font | undefined {
    const { objects, fonts } = this.source
    const dict = objects.dict(this.resource('Font', name))
    if (!dict) return undefined
    const font = fonts.get(dict) ?? tracedFont(this.source, dict)
    fonts.set(dict, font)
    objects.dependOn(font.trace)
    return font.result
  }

  paintGlyph(glyph: Glyph): void {
    if (this.source.budget.spendPainted()) this.painted.glyphs.push(glyph)
    else this.painted.complete = false
  }

  /** Keeps a mark, as far as the clipping path lets it be seen. */
  paintMark(
    kind: Mark['kind'],
    box: Rect,
    lightness: number,
    { slanted, curved, opaque }: Shape = straight,
  ): void {
    const seen = intersect(box, this.state.clip)
    if (!(seen[2] >= seen[0] && seen[3] >= seen[1])) return
    if (this.source.budget.spendPainted()) {
      this.painted.marks.push({
        kind,
        box: seen,
        slanted,
        curved,
        lightness,
        opaque: opaque && this.state.opaque && kind !== 'stroke',
        after: this.painted.glyphs.length,
      })
    } else {
      this.painted.complete = false
    }
  }
}

function tracedFont({ objects, memory }: ContentSource, dict: PdfDict) {
  return objects.traced(() => memory.fontOf(objects, dict, () => readFont(objects, dict)))
}
