import { deny } from '#kernel/denial.ts'

/** Why a file is not taken as a table. */
export const TABLE_REFUSALS = [
  'table.not-a-table',
  'table.too-large',
  'table.duplicate-column',
  'table.nameless-column',
  'table.bad-encoding',
] as const
export type TableRefusal = (typeof TABLE_REFUSALS)[number]

/** Refuses a file; `data` says where and why, in codes, numbers and names of columns, never in contents of cells. */
export function refuseTable(code: TableRefusal, data: Record<string, string | number> = {}): never {
  return deny(code, data)
}
