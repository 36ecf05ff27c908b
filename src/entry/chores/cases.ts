import { closeFinishedCases, lapseDeadlines } from '#modules/appeals/index.ts'
import { lapseAccessRequests } from '#modules/applications/index.ts'
import { recountDeadlines } from '#modules/casework/index.ts'
import { holdCasesWithoutScope } from '#modules/continuations/index.ts'
import { recountUpdates } from '#modules/register/index.ts'
import type { Chore } from '../work.ts'

/**
 * Terms that ran out are marked and told; a lapse is of a day, so half a minute late is early enough.
 * A changed calendar is looked at first: what it moves later has not run out.
 */
export const termsChore: Chore = {
  name: 'terms', everyMs: 15_000,
  async run(world) {
    const system = world.system()
    while ((await recountDeadlines(system)) > 0);
    while ((await recountUpdates(system)) > 0);
    return lapseDeadlines(system)
  },
}

/** Cases whose last right has run out are closed. */
export const closingChore: Chore = { name: 'finished cases', everyMs: 60_000, run: (world) => closeFinishedCases(world.system()) }

/** Cases of a centre that lost its scope go to the ministry, and back when it has it again. */
export const scopeChore: Chore = { name: 'lost scopes', everyMs: 60_000, run: (world) => holdCasesWithoutScope(world.system()) }

/** Requests to get access back that nobody decided: a matter of days. */
export const accessChore: Chore = { name: 'undecided requests for access', everyMs: 3_600_000, run: (world) => lapseAccessRequests(world.system()) }
