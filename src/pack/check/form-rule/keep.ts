import { fold } from '../../../language/fold.ts'
import { readPeriod } from '../../../language/period.ts'
import { intervalMonths } from '../../../language/review.ts'
import type { FrontMatter } from '../../../model/document.ts'
import { type Keep, KeepEvent } from '../../../model/form.ts'
import { type Fault, type Form, faults, figureFault, mismatch } from './faults.ts'

/** What is wrong with the rule that says how long a form is kept; what it says must stand in the words of `retention` too. */
export function faultsOfKeep(
  { keep, retention }: Pick<FrontMatter, 'keep' | 'retention'>,
  form: Form,
): Fault[] {
  if (!keep) return []
  return [
    ...keep.from.flatMap((from, index) => faultsOfStart(from, ['from', index], form)),
    ...(keep.for === undefined ? [] : faultsOfLength(keep.for, retention)),
  ]
}

function faultsOfLength(length: string, retention = ''): Fault[] {
  const unread = figureFault(
    'for',
    length,
    readPeriod(length) !== undefined,
    'a length of time such as `one year`',
  )
  if (unread.length > 0 || fold(retention).includes(fold(length))) return unread
  return faults(
    ['for'],
    `Unexpected value \`${length}\` for \`for\`, which the words of \`retention\` do not have; say the same in both`,
  )
}

function faultsOfStart(from: Keep['from'][number], at: Fault['at'], form: Form): Fault[] {
  if (typeof from !== 'string')
    return [
      ...faults([...at, 'year'], mismatch(from.year, ['number'], form)),
      ...faults([...at, 'month'], mismatch(from.month, ['select', 'choice', 'number'], form)),
      ...figureFault(
        'each',
        from.each,
        intervalMonths(from.each) !== undefined,
        'how often a period begins, such as `every quarter`',
      ),
    ]
  if (KeepEvent.safeParse(from).success) return []
  return faults(at, mismatch(from, ['date'], form))
}
