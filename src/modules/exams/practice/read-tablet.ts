import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import { selectSeats } from '../conduct/store/conduct-store.ts'
import { findSitting, professionName, type PlannedSitting, type ProgrammeContent } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectAttempt } from '../store/attempt-store.ts'
import { contentOfCase } from './content-of-case.ts'
import type { EvidenceLimits } from './domain/tablet.ts'
import { evidenceLimits } from './evidence-limits.ts'
import { assessorsNow } from './domain/set-aside.ts'
import { selectSetAside, selectSetAsideOfSitting } from './store/set-aside-store.ts'
import { selectMarks, selectPracticeOfSitting } from './store/practice-store.ts'
import { selectMarkEntries, selectSheets, type MarkEntry } from './store/sheet-store.ts'

export const TABLET_STATES = ['waiting', 'running', 'accepted', 'set-aside', 'ended'] as const
/** `waiting` is not admitted yet, `accepted` means the reader's own sheet. */
export type TabletState = (typeof TABLET_STATES)[number]

export interface TabletSheet {
  number: string
  candidate: string
  state: TabletState
  map: ProgrammeContent['map']
  startedAt: Moment | null
  /** What counts of the reader's own marks. */
  marks: { stepNo: number; done: boolean; note: string; markedAt: Moment; measuredSeconds: number | null }[]
  /** What he wrote and the server kept without counting it. */
  refused: (Pick<MarkEntry, 'kind' | 'stepNo' | 'done' | 'note' | 'writtenAt'> & { refused: string })[]
  limits: EvidenceLimits
  /** The reader's own photos and videos. */
  photos: { id: string; kind: 'photo' | 'video'; stepNo: number; writtenAt: Moment }[]
}
export interface TabletView {
  sitting: PlannedSitting
  self: string
  profession: string
  sheets: TabletSheet[]
}

/** Everything an assessor needs for one sitting without a line: each candidate's card, what he marked himself, and how each practice stands. The marks of the other are not in it. */
export async function readTablet(ctx: Ctx, sittingId: string): Promise<TabletView> {
  return read(ctx, 'marking.tablet', async (t) => {
    const sitting = parseUuid(sittingId) ? await findSitting(t.sql, sittingId) : undefined
    if (!sitting || sitting.stage !== 'practice') throw new Denial('not-found')
    assertMay(t, policy, 'marking.tablet', { ...sitting, assessorIds: [...sitting.assessorIds, ...(await selectSetAsideOfSitting(t.sql, sitting.id))] })
    const me = accountOf(t.actor)!
    const view: TabletView = { sitting, self: me, profession: '', sheets: [] }
    for (const seat of await selectSeats(t.sql, sitting.id)) {
      const kase = await casework.getCaseByNumber(t, seat.caseNumber)
      if (kase.accountId === me) continue
      const run = await selectPracticeOfSitting(t.sql, kase.id, sitting.id)
      const gone = run ? await selectSetAside(t.sql, run.id) : []
      const setAside = gone.some((each) => each.assessorId === me)
      // Whoever took over one practice marks that one alone.
      if (!setAside && !assessorsNow(sitting.assessorIds, gone).includes(me)) continue
      const { map } = await contentOfCase(t, kase, (await selectAttempt(t.sql, seat.attemptId))!.programmeVersionId)
      view.profession ||= await professionName(t, kase, t.lang)
      const entries = run ? await selectMarkEntries(t.sql, run.id, me) : []
      const accepted = run ? (await selectSheets(t.sql, run.id)).some((sheet) => sheet.assessorId === me) : false
      view.sheets.push({
        number: kase.number, candidate: personName(seat, t.lang, 'full'), map, startedAt: run?.startedAt ?? null,
        state: run ? (run.endKind ? 'ended' : setAside ? 'set-aside' : accepted ? 'accepted' : 'running') : seat.attemptEndedAt ? 'ended' : 'waiting',
        limits: await evidenceLimits(t, kase),
        marks: run ? (await selectMarks(t.sql, run.id)).filter((mark) => mark.assessorId === me) : [],
        refused: entries.flatMap((entry) => (entry.refused === null ? [] : [{ ...entry, refused: entry.refused }])),
        photos: entries.flatMap(({ kind, photoId, stepNo, writtenAt }) => (photoId ? [{ id: photoId, kind: kind as 'photo' | 'video', stepNo, writtenAt }] : [])),
      })
    }
    return view
  })
}
