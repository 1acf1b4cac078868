import type { Rect } from '../geometry.ts'
import { type Point, union } from './matrix.ts'

/** Points between the ends of an open curve. */
const GAP = 0.5
/** Tangent from which a line counts as slanted, about 10°. */
const SLANT = 0.18

/** Part of its box that a path encloses when it hides what is behind it. */
const LEAST_FULL = 0.7

/** A path that is being built, in page space: only what is needed of it, the box around it and the kind of its lines. */
export class Path {
  /** Whether a straight line is neither level nor upright. */
  slanted = false
  curved = false
  #box: Rect | undefined
  #area = 0
  #start: Point | undefined
  #end: Point | undefined
  #first: Point | undefined

  /** The rectangle around the path; of a curve, around its control points. Undefined while it is empty. */
  get box(): Rect | undefined {
    return this.#box
  }

  /** Whether what it encloses is most of its box; curves count by their chords. */
  get full(): boolean {
    const [left, bottom, right, top] = this.#box ?? [0, 0, 0, 0]
    const closed = this.#start && this.#end ? cross(this.#end, this.#start) : 0
    return Math.abs(this.#area + closed) > LEAST_FULL * (right - left) * (top - bottom)
  }

  /** Whether it has curves and does not end where it began: a stroke of a pen, and no outline of a shape. */
  get open(): boolean {
    const [first, end] = [this.#first, this.#end]
    if (!this.curved || !first || !end) return false
    return Math.hypot(first.x - end.x, first.y - end.y) > GAP
  }

  moveTo(point: Point): void {
    this.#first ??= point
    this.#start = point
    this.#end = point
  }

  lineTo(point: Point): void {
    if (!this.#end) {
      this.moveTo(point)
      return
    }
    const [across, up] = [Math.abs(point.x - this.#end.x), Math.abs(point.y - this.#end.y)]
    if (Math.min(across, up) > SLANT * Math.max(across, up)) this.slanted = true
    this.#add(this.#end)
    this.#add(point)
    this.#enclose(point)
    this.#end = point
  }

  curveTo(points: readonly Point[], end: Point): void {
    if (this.#end) this.#add(this.#end)
    this.#enclose(end)
    this.curved = true
    for (const point of points) this.#add(point)
    this.#add(end)
    this.#end = end
  }

  close(): void {
    if (this.#start && this.#end) this.lineTo(this.#start)
  }

  /** The current point, from which some curves begin. */
  get end(): Point | undefined {
    return this.#end
  }

  #enclose(next: Point): void {
    const from = this.#end ?? next
    this.#area += cross(from, next)
  }

  #add({ x, y }: Point): void {
    this.#box = union(this.#box ?? [x, y, x, y], [x, y, x, y])
  }
}

/** The area between two points and the origin. */
function cross(from: Point, next: Point): number {
  return (from.x * next.y - next.x * from.y) / 2
}
