import { FolderStore } from './folder/folder-store.ts'
import type { RecordStore } from './store.ts'

/** Opens the records that belong to a folder, such as `records`. */
export function openStore(dir: string): RecordStore {
  return new FolderStore(dir)
}
