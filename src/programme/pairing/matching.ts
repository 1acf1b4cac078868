/** An edge between two vertices, counted from 0, with what choosing it costs: a whole number. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly cost: number
}

/** A matching, and the numbers that prove it to be the best. */
export interface Matching {
  /** The partner of each vertex; -1 where it has none. */
  readonly mates: readonly number[]
  /**
   * Whether an edge that was not looked at could make it better: the test of the duals of its ends, and of the blossoms that hold
   * both.
   */
  couldImprove(edge: Edge): boolean
}

/**
 * The matching with as many edges as possible and, among those, with the least cost: Edmonds' algorithm of blossoms with the duals of
 * Galil, in the form of Van Rantwijk's `mwmatching`. Takes about the number of vertices times that of edges.
 *
 * @see Z. Galil, Efficient algorithms for finding maximum matching in graphs, ACM Computing Surveys 18 (1986)
 */
export function bestMatching(count: number, edges: readonly Edge[]): Matching {
  const matcher = new Matcher(count, edges)
  matcher.run()
  const mates = Array.from(matcher.mate, (end) => (end < 0 ? -1 : matcher.endpoint[end]!))
  const around = Array.from({ length: count }, (_, v) => matcher.blossomsAround(v))
  // What the blossoms of the first, the first two … around a vertex add.
  const sums = around.map((blossoms) => {
    let sum = 0
    return [0, ...blossoms.map((blossom) => (sum += 2 * matcher.dual[blossom]!))]
  })
  return {
    mates,
    couldImprove({ a, b, cost }) {
      const slack = matcher.dual[a]! + matcher.dual[b]! + 2 * cost
      return slack < 0 && slack + sums[a]![shared(around[a]!, around[b]!)]! < 0
    },
  }
}

/** How many blossoms hold both of two vertices, each given by those around it, the outermost first. */
function shared(ofA: readonly number[], ofB: readonly number[]): number {
  let [least, most] = [0, Math.min(ofA.length, ofB.length)]
  while (least < most) {
    const middle = (least + most + 1) >> 1
    if (ofA[middle - 1] === ofB[middle - 1]) least = middle
    else most = middle - 1
  }
  return least
}

/** Labels of blossoms that are at the top: in no tree, at an even or odd distance from its root; with 4, passed in a search. */
const FREE = 0
const EVEN = 1
const ODD = 2
const PASSED = 5

/**
 * Vertices are numbered from 0, blossoms after them; an edge `k` has the ends `2k` and `2k + 1`, and the other end of `p` is `p ^ 1`.
 * Names are those of the published program.
 */
class Matcher {
  readonly n: number
  readonly endpoint: Int32Array
  readonly weight: Float64Array
  readonly neighbours: Int32Array[]
  readonly mate: Int32Array
  readonly dual: Float64Array
  readonly label: Int8Array
  readonly labelEnd: Int32Array
  readonly inBlossom: Int32Array
  readonly parent: Int32Array
  readonly base: Int32Array
  readonly children: (number[] | undefined)[]
  readonly members: (number[] | undefined)[]
  readonly ends: (number[] | undefined)[]
  readonly bestEdge: Int32Array
  readonly bestEdges: (number[] | undefined)[]
  readonly unused: number[]
  /** Blossoms that there are. */
  readonly used = new Set<number>()
  readonly allowed: Uint8Array
  queue: number[] = []

  constructor(count: number, edges: readonly Edge[]) {
    this.n = count
    this.endpoint = new Int32Array(edges.flatMap(({ a, b }) => [a, b]))
    this.weight = new Float64Array(edges.map(({ cost }) => -cost))
    const lists: number[][] = Array.from({ length: count }, () => [])
    for (const [k, { a, b }] of edges.entries()) {
      lists[a]!.push(2 * k + 1)
      lists[b]!.push(2 * k)
    }
    this.neighbours = lists.map((list) => new Int32Array(list))
    this.mate = new Int32Array(count).fill(-1)
    this.dual = new Float64Array(2 * count)
    const most = this.weight.reduce((best, weight) => Math.max(best, weight), 0)
    this.dual.fill(most, 0, count)
    this.label = new Int8Array(2 * count)
    this.labelEnd = new Int32Array(2 * count).fill(-1)
    this.inBlossom = Int32Array.from({ length: count }, (_, v) => v)
    this.parent = new Int32Array(2 * count).fill(-1)
    this.base = Int32Array.from({ length: 2 * count }, (_, v) => (v < count ? v : -1))
    this.children = new Array(2 * count)
    this.members = new Array(2 * count)
    this.ends = new Array(2 * count)
    this.bestEdge = new Int32Array(2 * count).fill(-1)
    this.bestEdges = new Array(2 * count)
    this.unused = Array.from({ length: count }, (_, one) => 2 * count - 1 - one)
    this.allowed = new Uint8Array(edges.length)
  }

  /** Chooses edges that cost nothing for as long as there are any, which the first duals allow. */
  takeFree(): void {
    for (let k = 0; k < this.weight.length; k += 1) {
      const [a, b] = [this.endpoint[2 * k]!, this.endpoint[2 * k + 1]!]
      if (this.mate[a] !== -1 || this.mate[b] !== -1 || this.slack(k) > 0) continue
      this.mate[a] = 2 * k + 1
      this.mate[b] = 2 * k
    }
  }

  run(): void {
    this.takeFree()
    for (let stage = 0; stage < this.n; stage += 1) {
      this.label.fill(FREE)
      this.bestEdge.fill(-1)
      for (const b of this.used) this.bestEdges[b] = undefined
      this.allowed.fill(0)
      this.queue = []
      for (let v = 0; v < this.n; v += 1)
        if (this.mate[v] === -1 && this.label[this.inBlossom[v]!] === FREE)
          this.assignLabel(v, EVEN, -1)
      if (!this.grow()) break
      for (const b of [...this.used])
        if (this.parent[b] === -1 && this.label[b] === EVEN && this.dual[b] === 0)
          this.expandBlossom(b, true)
    }
  }

  /** Grows the trees until two of them meet in an augmenting path; false when no more can be found. */
  grow(): boolean {
    for (;;) {
      if (this.search()) return true
      const { kind, delta, edge, blossom } = this.leastDelta()
      this.changeDuals(delta)
      if (kind === 1) return false
      if (kind === 4) this.expandBlossom(blossom, false)
      else {
        this.allowed[edge] = 1
        const i = this.endpoint[2 * edge]!
        const isFree = this.label[this.inBlossom[i]!] === FREE
        this.queue.push(isFree ? this.endpoint[2 * edge + 1]! : i)
      }
    }
  }

  search(): boolean {
    const { queue, neighbours, endpoint, inBlossom, label, allowed, bestEdge } = this
    for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
      for (const p of neighbours[v]!) {
        const k = p >> 1
        const w = endpoint[p]!
        if (inBlossom[v] === inBlossom[w]) continue
        let slack = 0
        if (!allowed[k]) {
          slack = this.slack(k)
          if (slack <= 0) allowed[k] = 1
        }
        const other = label[inBlossom[w]!]
        if (allowed[k]) {
          if (other === FREE) this.assignLabel(w, ODD, p ^ 1)
          else if (other === EVEN) {
            const base = this.scanBlossom(v, w)
            if (base < 0) {
              this.augmentMatching(k)
              return true
            }
            this.addBlossom(base, k)
          } else if (label[w] === FREE) {
            label[w] = ODD
            this.labelEnd[w] = p ^ 1
          }
        } else if (other === EVEN) {
          const b = inBlossom[v]!
          if (bestEdge[b] === -1 || slack < this.slack(bestEdge[b]!)) bestEdge[b] = k
        } else if (label[w] === FREE) {
          if (bestEdge[w] === -1 || slack < this.slack(bestEdge[w]!)) bestEdge[w] = k
        }
      }
    }
    return false
  }

  leastDelta() {
    let found = { kind: 1, delta: Number.POSITIVE_INFINITY, edge: -1, blossom: -1 }
    for (let v = 0; v < this.n; v += 1) {
      const edge = this.bestEdge[v]!
      if (edge === -1 || this.label[this.inBlossom[v]!] !== FREE) continue
      const delta = this.slack(edge)
      if (delta < found.delta) found = { kind: 2, delta, edge, blossom: -1 }
    }
    const atTop = (b: number): void => {
      const edge = this.bestEdge[b]!
      if (this.parent[b] !== -1 || edge === -1 || this.label[b] !== EVEN) return
      const delta = this.slack(edge) / 2
      if (delta < found.delta) found = { kind: 3, delta, edge, blossom: -1 }
    }
    for (let v = 0; v < this.n; v += 1) atTop(v)
    for (const b of this.used) {
      atTop(b)
      if (this.parent[b] === -1 && this.label[b] === ODD && this.dual[b]! < found.delta)
        found = { kind: 4, delta: this.dual[b]!, edge: -1, blossom: b }
    }
    if (found.kind !== 1) return found
    // No further edge can be added; the duals say that it is the best.
    const least = this.dual.subarray(0, this.n).reduce((a, b) => Math.min(a, b))
    return { ...found, delta: Math.max(0, least) }
  }

  changeDuals(delta: number): void {
    for (let v = 0; v < this.n; v += 1) {
      const label = this.label[this.inBlossom[v]!]
      if (label === EVEN) this.dual[v]! -= delta
      else if (label === ODD) this.dual[v]! += delta
    }
    for (const b of this.used) {
      if (this.parent[b] !== -1) continue
      if (this.label[b] === EVEN) this.dual[b]! += delta
      else if (this.label[b] === ODD) this.dual[b]! -= delta
    }
  }

  slack(k: number): number {
    return (
      this.dual[this.endpoint[2 * k]!]! +
      this.dual[this.endpoint[2 * k + 1]!]! -
      2 * this.weight[k]!
    )
  }

  /** The vertices in a blossom. */
  leaves(b: number): readonly number[] {
    return b < this.n ? [b] : this.members[b]!
  }

  /** The blossoms that hold a vertex, the outermost first. */
  blossomsAround(v: number): number[] {
    const found: number[] = []
    for (let b = this.parent[v]!; b !== -1; b = this.parent[b]!) found.push(b)
    return found.reverse()
  }

  assignLabel(w: number, label: number, end: number): void {
    const b = this.inBlossom[w]!
    this.label[w] = this.label[b] = label
    this.labelEnd[w] = this.labelEnd[b] = end
    this.bestEdge[w] = this.bestEdge[b] = -1
    if (label === EVEN) for (const v of this.leaves(b)) this.queue.push(v)
    else {
      const base = this.base[b]!
      this.assignLabel(this.endpoint[this.mate[base]!]!, EVEN, this.mate[base]! ^ 1)
    }
  }

  /** The base of the blossom that an edge between two even vertices closes; -1 where it joins two trees. */
  scanBlossom(from: number, to: number): number {
    const path: number[] = []
    let base = -1
    for (let [v, w] = [from, to]; v !== -1 || w !== -1; ) {
      let b = this.inBlossom[v]!
      if (this.label[b]! & 4) {
        base = this.base[b]!
        break
      }
      path.push(b)
      this.label[b] = PASSED
      if (this.labelEnd[b] === -1) v = -1
      else {
        v = this.endpoint[this.labelEnd[b]!]!
        b = this.inBlossom[v]!
        v = this.endpoint[this.labelEnd[b]!]!
      }
      if (w !== -1) [v, w] = [w, v]
    }
    for (const b of path) this.label[b] = EVEN
    return base
  }

  addBlossom(base: number, k: number): void {
    const top = this.inBlossom[base]!
    const b = this.unused.pop()!
    this.used.add(b)
    this.base[b] = base
    this.parent[b] = -1
    this.parent[top] = b
    const path: number[] = []
    const ends: number[] = []
    for (let v = this.inBlossom[this.endpoint[2 * k]!]!; v !== top; ) {
      this.parent[v] = b
      path.push(v)
      ends.push(this.labelEnd[v]!)
      v = this.inBlossom[this.endpoint[this.labelEnd[v]!]!]!
    }
    path.push(top)
    path.reverse()
    ends.reverse()
    ends.push(2 * k)
    for (let w = this.inBlossom[this.endpoint[2 * k + 1]!]!; w !== top; ) {
      this.parent[w] = b
      path.push(w)
      ends.push(this.labelEnd[w]! ^ 1)
      w = this.inBlossom[this.endpoint[this.labelEnd[w]!]!]!
    }
    this.children[b] = path
    this.members[b] = path.flatMap((child) => this.leaves(child))
    this.ends[b] = ends
    this.label[b] = EVEN
    this.labelEnd[b] = this.labelEnd[top]!
    this.dual[b] = 0
    for (const v of this.leaves(b)) {
      if (this.label[this.inBlossom[v]!] === ODD) this.queue.push(v)
      this.inBlossom[v] = b
    }
    this.gatherBestEdges(b, path)
  }

  gatherBestEdges(b: number, path: readonly number[]): void {
    const best = new Map<number, number>()
    const consider = (k: number): void => {
      const [i, j] = [this.endpoint[2 * k]!, this.endpoint[2 * k + 1]!]
      const other = this.inBlossom[this.inBlossom[j] === b ? i : j]!
      if (other === b || this.label[other] !== EVEN) return
      const known = best.get(other)
      if (known === undefined || this.slack(k) < this.slack(known)) best.set(other, k)
    }
    for (const child of path) {
      const edges = this.bestEdges[child]
      if (edges) edges.forEach(consider)
      else for (const v of this.leaves(child)) for (const p of this.neighbours[v]!) consider(p >> 1)
      this.bestEdges[child] = undefined
      this.bestEdge[child] = -1
    }
    const edges = [...best.values()]
    this.bestEdges[b] = edges
    this.bestEdge[b] = edges.reduce(
      (one, k) => (one === -1 || this.slack(k) < this.slack(one) ? k : one),
      -1,
    )
  }

  expandBlossom(b: number, atEnd: boolean): void {
    const children = this.children[b]!
    for (const child of children) {
      this.parent[child] = -1
      if (child < this.n) this.inBlossom[child] = child
      else if (atEnd && this.dual[child] === 0) this.expandBlossom(child, atEnd)
      else for (const v of this.leaves(child)) this.inBlossom[v] = child
    }
    if (!atEnd && this.label[b] === ODD) this.relabelChildren(b)
    this.label[b] = FREE
    this.labelEnd[b] = -1
    this.children[b] = undefined
    this.members[b] = undefined
    this.ends[b] = undefined
    this.base[b] = -1
    this.bestEdges[b] = undefined
    this.bestEdge[b] = -1
    this.used.delete(b)
    this.unused.push(b)
  }

  relabelChildren(b: number): void {
    const children = this.children[b]!
    const entry = this.inBlossom[this.endpoint[this.labelEnd[b]! ^ 1]!]!
    const { child, end, step, trick, start } = this.walk(b, children.indexOf(entry))
    let j = start
    let p = this.labelEnd[b]!
    while (j !== 0) {
      this.label[this.endpoint[p ^ 1]!] = FREE
      this.label[this.endpoint[end(j - trick) ^ trick ^ 1]!] = FREE
      this.assignLabel(this.endpoint[p ^ 1]!, ODD, p)
      this.allowed[end(j - trick) >> 1] = 1
      j += step
      p = end(j - trick) ^ trick
      this.allowed[p >> 1] = 1
      j += step
    }
    const first = child(j)
    this.label[this.endpoint[p ^ 1]!] = this.label[first] = ODD
    this.labelEnd[this.endpoint[p ^ 1]!] = this.labelEnd[first] = p
    this.bestEdge[first] = -1
    for (j += step; child(j) !== entry; j += step) {
      const one = child(j)
      if (this.label[one] === EVEN) continue
      const reached = this.leaves(one).find((v) => this.label[v] !== FREE)
      if (reached === undefined) continue
      this.label[reached] = FREE
      this.label[this.endpoint[this.mate[this.base[one]!]!]!] = FREE
      this.assignLabel(reached, ODD, this.labelEnd[reached]!)
    }
  }

  /** How to go round a blossom from a child to its base by an even number of steps. */
  walk(b: number, from: number) {
    const [children, ends] = [this.children[b]!, this.ends[b]!]
    const isOdd = (from & 1) === 1
    const size = children.length
    return {
      child: (j: number): number => children[j < 0 ? j + size : j]!,
      end: (j: number): number => ends[j < 0 ? j + size : j]!,
      step: isOdd ? 1 : -1,
      trick: isOdd ? 0 : 1,
      start: isOdd ? from - size : from,
    }
  }

  augmentBlossom(b: number, v: number): void {
    let t = v
    while (this.parent[t] !== b) t = this.parent[t]!
    if (t >= this.n) this.augmentBlossom(t, v)
    const from = this.children[b]!.indexOf(t)
    const { child, end, step, trick, start } = this.walk(b, from)
    for (let j = start; j !== 0; ) {
      j += step
      const p = end(j - trick) ^ trick
      if (child(j) >= this.n) this.augmentBlossom(child(j), this.endpoint[p]!)
      j += step
      if (child(j) >= this.n) this.augmentBlossom(child(j), this.endpoint[p ^ 1]!)
      this.mate[this.endpoint[p]!] = p ^ 1
      this.mate[this.endpoint[p ^ 1]!] = p
    }
    const rotated = (list: readonly number[]): number[] => [
      ...list.slice(from),
      ...list.slice(0, from),
    ]
    this.children[b] = rotated(this.children[b]!)
    this.ends[b] = rotated(this.ends[b]!)
    this.base[b] = this.base[this.children[b]![0]!]!
  }

  augmentMatching(k: number): void {
    for (const [from, end] of [
      [this.endpoint[2 * k]!, 2 * k + 1],
      [this.endpoint[2 * k + 1]!, 2 * k],
    ] as const) {
      for (let [s, p] = [from, end as number]; ; ) {
        const bs = this.inBlossom[s]!
        if (bs >= this.n) this.augmentBlossom(bs, s)
        this.mate[s] = p
        if (this.labelEnd[bs] === -1) break
        const bt = this.inBlossom[this.endpoint[this.labelEnd[bs]!]!]!
        const label = this.labelEnd[bt]!
        s = this.endpoint[label]!
        const j = this.endpoint[label ^ 1]!
        if (bt >= this.n) this.augmentBlossom(bt, j)
        this.mate[j] = label
        p = label ^ 1
      }
    }
  }
}
