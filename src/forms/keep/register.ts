import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { folderItself } from '../../files/inside.ts'
import { removeStaleLock } from '../../files/lock.ts'
import { ifThere } from '../../files/missing.ts'
import { sweep } from '../../files/temporary.ts'
import { IMPORTS, REGISTER, registerText } from '../record/index.ts'
import { readKept } from './anonymous/index.ts'
import { folderOf, isLock, refuseLinks, untrustedIn } from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'

/**
 * Ends a run: removes what interrupted imports left behind, and writes `<dir>/register.csv` anew, the list of all
 * records, without any text that somebody wrote. Of anonymous forms it has their number in each month only. Gives the paths
 * of files that have the name of a record and are none.
 */
export async function finishRecords(dir: string): Promise<{ damaged: string[] }> {
  await makePrivateFolder(dir)
  await tidy(dir)
  return withImportLock(join(dir, '.lock'), async () => {
    const damaged: string[] = []
    const kept = readKept(dir, { onDamaged: (path) => damaged.push(path) })
    await writeRecordFile(join(dir, REGISTER), await registerText(kept))
    return { damaged }
  })
}

/** The files that have the name of a record and are none, of a run that writes nothing. */
export async function damagedIn(dir: string): Promise<{ damaged: string[] }> {
  const damaged: string[] = []
  for await (const _ of readKept(dir, { onDamaged: (path) => damaged.push(path) }));
  return { damaged }
}

async function tidy(dir: string): Promise<void> {
  await sweep(dir)
  await sweep(join(dir, IMPORTS))
  await tidyForms(dir)
  await tidyForms(untrustedIn(dir))
}

async function tidyForms(dir: string): Promise<void> {
  await folderItself(dir)
  for (const name of (await ifThere(readdir(dir))) ?? []) {
    const folder = folderOf(dir, name)
    if (!folder) continue
    await refuseLinks(folder)
    for (const file of (await ifThere(readdir(folder.path))) ?? [])
      if (isLock(file)) await removeStaleLock(join(folder.path, file))
    for (const path of [folder.path, folder.originals, folder.cases]) await sweep(path)
  }
}
