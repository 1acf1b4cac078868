import { REGISTER, registerText } from '../record/index.ts'
import { keptIn } from './anonymous/kept-in.ts'
import { WHOLE_LOCK } from './layout.ts'
import type { RecordStore } from './store.ts'

/**
 * Ends a run: removes what interrupted imports left behind, and writes `register.csv` anew, the list of all
 * records, without any text that somebody wrote. Of anonymous forms it has their number in each month only. Gives the places
 * of files that have the name of a record and are none.
 */
export async function finishRecords(store: RecordStore): Promise<{ damaged: string[] }> {
  await store.tidy()
  if (!store.hasRegister) return { damaged: [] }
  return store.exclusively(WHOLE_LOCK, async () => {
    const damaged: string[] = []
    const kept = keptIn(store, { onDamaged: (path) => damaged.push(path) })
    await store.write(REGISTER, await registerText(kept))
    return { damaged }
  })
}

/** The files that have the name of a record and are none, of a run that writes nothing. */
export async function damagedIn(store: RecordStore): Promise<{ damaged: string[] }> {
  const damaged: string[] = []
  for await (const _ of keptIn(store, { onDamaged: (path) => damaged.push(path) }));
  return { damaged }
}
