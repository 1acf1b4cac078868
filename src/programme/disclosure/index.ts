export { type ShownGroups, safeGroups, safeList } from './table.ts'
export { FEWEST, type ShownShare, safeCount, safeMean, safeShare } from './told.ts'
