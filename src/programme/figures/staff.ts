import type { Person } from '../../model/programme.ts'
import type { Situation } from '../situation/index.ts'

/** People at work on a day, and whether they are in a partnership then. */
export interface Staff {
  readonly staff: readonly Person[]
  /** Those of them who take part. */
  readonly active: readonly Person[]
  isActive(person: { readonly id: string }): boolean
}

/** Who works on a day, and who takes part. */
export function staffOn({ people, ledger }: Situation, day: string): Staff {
  const keys = new Set(
    ledger.partnerships
      .filter(({ start, end = '9' }) => start <= day && day <= end)
      .flatMap((one) => one.people.map(({ key }) => key)),
  )
  const staff = people.filter(({ start = '', leaves = '9' }) => start <= day && day <= leaves)
  const isActive = ({ id }: { readonly id: string }): boolean => keys.has(id)
  return { staff, active: staff.filter(isActive), isActive }
}
