import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take long, in the order in which they begin. Otherwise a clean checkout begins with the largest files, and a journey of twelve lines
 * that walks sixty pages comes last and keeps one of the two processes waiting for the other.
 * Those that tell the demonstration do not begin side by side: the second would wait for the first with nothing to do.
 */
const LONGEST = [
  'test/journeys/main-road.test.ts', 'test/watch-whole.test.ts', 'test/watch-direct.test.ts', 'test/hostile-requests.test.ts', 'test/journeys/accreditation.test.ts', 'test/journeys/desks.test.ts', 'test/other-peoples-cases.test.ts',
  'test/journeys/public-languages.test.ts', 'test/journeys/first-day.test.ts', 'test/journeys/appeal.test.ts', 'test/journeys/public.test.ts', 'test/journeys/survey.test.ts', 'test/watch-screen.test.ts',
  'test/journeys/stage-one.test.ts', 'test/journeys/second-try.test.ts', 'demo/load.test.ts', 'test/journeys/exam-day.test.ts', 'test/journeys/tablet.test.ts', 'test/watch-in-browser.test.ts', 'test/journeys/broken-online.test.ts', 'test/journeys/practice-online.test.ts',
  'test/journeys/certificate-anew.test.ts', 'test/journeys/register-proposal.test.ts', 'scripts/bootstrap.test.ts', 'src/platform/db/embedded/embedded.test.ts', 'test/journeys/money.test.ts',
  'src/modules/statistics/statistics.test.ts', 'test/journeys/voucher.test.ts', 'test/journeys/voucher-orders.test.ts', 'src/modules/appeals/appeals.test.ts', 'test/journeys/employer.test.ts',
  'src/modules/people/sign-in.test.ts', 'src/entry/superuser-database.test.ts',
]

/** The long files first, in the order of the list; all others as they would come anyway. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config
    const gone = LONGEST.filter((file) => !existsSync(join(root, file)))
    if (gone.length > 0) throw new Error(`test/support/longest-first.ts names files that are not there: ${gone.join(', ')}`)
    const places = new Map(LONGEST.map((file, place) => [join(root, file), place]))
    const placeOf = (file: TestSpecification) => places.get(file.moduleId) ?? LONGEST.length
    // A sort keeps the order of those that have the same place.
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other))
  }
}
