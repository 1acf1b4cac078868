import { expect, test } from 'vitest'
import { type Constraint, inRange, solve } from 'yalps'
import { safeGroups, safeList, safeMean, safeShare } from '../../src/programme/disclosure/index.ts'
import { randomOf } from '../support/random.ts'

/** Between what an attacker knows a number to be. */
type Range = readonly [least: number, most: number]

/** What an attacker can say of one of several numbers who knows between what each of them and their sum is. */
function reasoned(index: number, each: readonly Range[], sum: Range): Range {
  const constraints = new Map<string, Constraint>([
    ['sum', inRange(...sum)],
    ...each.map((range, one): [string, Constraint] => [`${one}`, inRange(...range)]),
  ])
  const variables = new Map(
    each.map((_, one) => [
      `${one}`,
      new Map([
        ['sum', 1],
        [`${one}`, 1],
        ['wanted', one === index ? 1 : 0],
      ]),
    ]),
  )
  const [least, most] = (['minimize', 'maximize'] as const).map((direction) => {
    const { status, result } = solve({ direction, objective: 'wanted', constraints, variables })
    expect(status).toBe('optimal')
    return result
  })
  return [least!, most!]
}

/** What a told count says: it is to the nearest five, and not under five. */
function range(told: number): Range {
  return [told === 5 ? 5 : told - 2, told + 2]
}

const MANY = 1000

test('counts are to the nearest five, and those under five are hidden', () => {
  // 3 is small. The sum is 38 to 42 and the others 31 to 41, so that it could be anything from 0 to 4.
  expect(safeList([20, 3, 6, 11])).toEqual({ total: 40, counts: [20, null, 5, 10] })
  // 23 to 27 without 18 to 22 would say that it is 1 to 4, not none: 20 is hidden as well.
  expect(safeList([3, 20])).toEqual({ total: 25, counts: [null, null] })
  expect(safeList([8, 9])).toEqual({ total: 15, counts: [10, 10] })
  // Four people answered.
  expect(safeList([1, 3])).toEqual({ total: null, counts: [null, null] })
})

test('of a group of which everybody knows the size, neither part is told where the other is small', () => {
  const { parts, shares } = safeGroups([
    { part: 12, whole: 18 },
    { part: 9, whole: 12 },
    { part: 11, whole: 25 },
  ])
  // 10 of 18 are 56%. Three of the twelve are not in it; 9 of 12 are 75%, and 8 of 12, four missing, 67%.
  expect(parts).toEqual([10, null, 10, 30])
  expect(shares).toEqual(['56%', 'at least 66%', '40%', '55%'])
})

test('an average needs five people, and tells of none of them', () => {
  const rated = { least: 1, most: 5 }
  expect(safeMean([4, 5, 3, 5], rated)).toBeUndefined()
  // 3.6, in halves for fewer than ten people.
  expect(safeMean([4, 5, 3, 2, 4], rated)).toEqual({ mean: 3.5, text: '3.5', of: 5 })
  // All said 5. Five points less is 4, so that nobody learns that all did.
  expect(safeMean([5, 5, 5, 5, 5], rated)?.text).toBe('4 or more')
  expect(safeMean(Array(30).fill(1), rated)?.text).toBe('1.25 or less')
})

test('a share does not say that all did, or how many answered', () => {
  expect(safeShare(5, 5)?.text).toBe('at least 20%')
  expect(safeShare(9, 15)).toEqual({ text: '60%', counts: 'about 10 of 15' })
  expect(safeShare(11, 16)?.text).toBe('70%')
  expect(safeShare(3, 7)).toBeUndefined()
})

test(`no reasoning over ${MANY} random lists says more of a small count than that it is small`, () => {
  const random = randomOf(20261129)
  const tally = { small: 0, told: 0 }
  for (let table = 0; table < MANY; table += 1) {
    const most = [4, 8, 20, 60][random(4)]!
    const values = Array.from({ length: 2 + random(5) }, () => random(most))
    const { counts, total } = safeList(values)
    tally.told += counts.filter((count) => count !== null).length
    if (total === null) continue
    const each = counts.map((told, index): Range => {
      if (told !== null) return range(told)
      return values[index]! < 5 ? [0, 4] : [5, 1000]
    })
    for (const [index, value] of values.entries()) {
      if (value >= 5) continue
      tally.small += 1
      expect(reasoned(index, each, range(total)), String(values)).toEqual([0, 4])
      // A colleague who knows of one person learns no more than that one.
      const known = each.map((one, place): Range => [place === index ? 1 : one[0], one[1]])
      expect(reasoned(index, known, range(total)), String(values)).toEqual([1, 4])
    }
  }
  expect(tally.small).toBeGreaterThan(500)
  expect(tally.told).toBeGreaterThan(1500)
})

test(`nor over ${MANY} random tables of teams, of which everybody knows the size`, () => {
  const random = randomOf(15)
  const tally = { small: 0, told: 0 }
  for (let table = 0; table < MANY; table += 1) {
    const groups = Array.from({ length: 1 + random(6) }, () => {
      const whole = 10 + random(30)
      return { whole, part: Math.min(whole, random(4) === 0 ? random(6) : random(whole + 1)) }
    })
    const { parts, shares } = safeGroups(groups)
    const total = parts.at(-1) ?? null
    tally.told += parts.filter((part) => part !== null).length
    if (total === null) continue
    const each = groups.map(({ part, whole }, index): Range => {
      const told = parts[index] ?? null
      if (told !== null) {
        // Neither part is small.
        const [least, most] = range(told)
        return [least, Math.min(most, whole - 5)]
      }
      if (shares.slice(0, -1).every((share) => share === null)) return [0, whole]
      return part < 5 ? [0, 4] : whole - part < 5 ? [whole - 4, whole] : [5, whole - 5]
    })
    for (const [index, { part, whole }] of groups.entries()) {
      if (part >= 5 && whole - part >= 5) continue
      tally.small += 1
      const [least, most] = reasoned(index, each, range(total))
      expect(most - least, JSON.stringify(groups)).toBeGreaterThanOrEqual(4)
    }
  }
  expect(tally.small).toBeGreaterThan(500)
  expect(tally.told).toBeGreaterThan(1000)
})

test('of two reports between which one person came or went, none tells of that one', () => {
  const random = randomOf(7)
  for (let round = 0; round < MANY; round += 1) {
    const values = Array.from({ length: 3 }, () => 5 + random(40))
    const place = random(3)
    const after = values.map((value, index) => value - (index === place ? 1 : 0))
    const [first, second] = [safeList(values), safeList(after)]
    for (const [index, told] of first.counts.entries()) {
      const other = second.counts[index] ?? null
      if (told === null || other === null) continue
      // By how many people they differ could be anything over a range of five or more.
      const [[a, b], [c, d]] = [range(told), range(other)]
      expect(b - c - (a - d)).toBeGreaterThanOrEqual(4)
    }
  }
})

test('nor do two averages tell what one said who came or went between them', () => {
  const random = randomOf(9)
  const tally = [0, 0, 0, 0, 0, 0]
  for (let round = 0; round < MANY; round += 1) {
    const values = Array.from({ length: 6 + random(60) }, () => 1 + random(5))
    const [all, others] = [values, values.slice(1)].map((some) =>
      safeMean(some, { least: 1, most: 5 }),
    )
    /** Each rating that could be the missing one: both averages are told as they are. */
    const possible = [1, 2, 3, 4, 5].filter((rating) => {
      const [least, most] = sumsTold(others!, values.length - 1)
      const [from, to] = sumsTold(all!, values.length)
      return least + rating <= to && most + rating >= from
    })
    tally[possible.length]! += 1
  }
  // Where rounding goes the other way for the one, something of that one is told: seldom, and hardly ever what they said.
  expect(tally[0]! + tally[1]!).toBeLessThan(MANY / 500)
  expect(tally[5]).toBeGreaterThan(MANY * 0.7)
})

/** Between what the sum of ratings is by a told average, for who knows of how many people it is. */
function sumsTold({ mean, text }: { mean: number; text: string }, people: number): Range {
  const step = people >= 40 ? 0.1 : people >= 15 ? 0.25 : 0.5
  const [least, most] = [mean - step / 2, mean + step / 2]
  return [
    text.endsWith('less') ? people : least * people,
    text.endsWith('more') ? 5 * people : most * people,
  ]
}
