import type { Sql } from '#platform/db/database.ts'

/**
 * Row-level security makes the planner expect a handful of rows where a million are: it would then look up each by its key and sort what it should hash.
 * For this transaction only: whole tables are read, hashed and joined in memory.
 */
export async function planForWholeTables(sql: Sql): Promise<void> {
  await sql.one("select set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true), set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)")
}

/** For this transaction only: room to sort the cases of some days in memory, and no compiling of statements that run for less time than that takes. */
export async function planForDays(sql: Sql): Promise<void> {
  await sql.one("select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)")
}
