export {
  type MonthRetention,
  monthRetentionOf,
  type RecordRetention,
  retentionOf,
} from './due.ts'
