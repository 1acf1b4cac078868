export { type StoredSheet, type StoredTask, taskIdOf } from './task.ts'
export {
  allTasks,
  areNoForm,
  eraseTask,
  noteNoForm,
  putScan,
  putTask,
  recordsNoted,
  removeScan,
  removeTask,
  scanIn,
  scanOf,
  taskIn,
  tasksIn,
} from './tasks.ts'
export { formsToKey, formToKey } from './waiting.ts'
