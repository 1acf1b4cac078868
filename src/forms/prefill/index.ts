export { columnsOf } from './columns.ts'
export { valuesOf } from './values.ts'
