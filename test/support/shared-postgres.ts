import { afterAll, beforeAll, type TestContext } from 'vitest'
import { type Postgres, startPostgres } from './postgres.ts'

/** The server of the tests of one file. */
interface SharedPostgres {
  /** For POLICYPACK_DATABASE. */
  readonly address: string
  /** Ends a test at its beginning where there is no PostgreSQL. */
  needIn(test: Pick<TestContext, 'skip'>): void
}

/** Starts a server before the tests of a file, and ends it after the last, which may leave its address in the environment. */
export function sharedPostgres(): SharedPostgres {
  let postgres: Postgres | undefined
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(async () => {
    delete process.env.POLICYPACK_DATABASE
    await postgres?.[Symbol.asyncDispose]()
  })
  return {
    get address() {
      if (!postgres) throw new Error('A test asks for PostgreSQL where there is none')
      return postgres.address
    },
    needIn({ skip }) {
      if (!postgres) skip('there is no PostgreSQL here')
    },
  }
}
