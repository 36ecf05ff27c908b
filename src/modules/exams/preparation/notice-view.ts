import type { Day, Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { AccommodationKind } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { currentAttempt } from '../attempts.ts'
import { selectNotLetIn, type NotLetIn } from '../conduct/store/not-let-in-store.ts'
import { centreName, currentContract, findSitting, getProgrammeVersion, listAccommodations, paperFrame, professionName, type PlannedSitting } from '../neighbours.ts'
import { findChoice } from '../choosing/read-choice.ts'
import { policy } from '../policy.ts'
import { noticeOffer, type NoticeOffer } from './notice-offer.ts'
import { selectNotification, selectNotifiedSittings } from './store/preparation-store.ts'

/** What every notification of a case says beside its days. */
export interface NoticeContent {
  centre: string
  address: { kk: string; ru: string }
  contact: string
  needs: { kk?: string; ru?: string; en?: string }
  accommodations: { kind: AccommodationKind; extraPercent: number | null }[]
  appealDays: number
}

export interface NoticePage {
  number: string
  centreId: string
  version: number
  step: string
  candidate: string
  profession: string
  level: number
  offer: NoticeOffer
  maySend: boolean
  /** What the candidate chose or wished. */
  choice: Awaited<ReturnType<typeof findChoice>>
  content: NoticeContent
}

/** What the clerk sees before he sends a notification. */
export async function readNoticePage(ctx: Ctx, number: string): Promise<NoticePage> {
  return read(ctx, 'notification.send', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    // Nobody is called to an exam of an appeal or a complaint.
    if (kase.kind !== 'recognition') deny('not-found')
    assertMay(t, policy, 'notification.send', kase)
    const frame = await paperFrame(t, kase)
    const maySend = casework.nextStep(kase.step, 'notification.send') !== undefined
    const programmeVersionId = (await currentContract(t, kase.id))?.programmeVersionId
    return {
      number: kase.number, centreId: kase.centreId, version: kase.version, step: kase.step, candidate: frame.candidate.name, profession: await professionName(t, kase, t.lang), level: kase.level ?? 0, offer: await noticeOffer(t, kase), maySend, choice: await findChoice(t, kase),
      content: await contentOf(t, kase, programmeVersionId),
    }
  })
}

async function contentOf(t: Tx, kase: CaseFile, programmeVersionId: string | undefined): Promise<NoticeContent> {
  const frame = await paperFrame(t, kase)
  return {
    centre: await centreName(t, kase.centreId, t.lang), address: frame.centre.address!, contact: frame.centre.contact ?? '',
    needs: programmeVersionId ? (await getProgrammeVersion(t.sql, programmeVersionId)).content.needs : {},
    accommodations: (await listAccommodations(t, kase.id)).filter((each) => each.answer === 'granted'),
    appealDays: normNumber(await casework.normsOf(t, kase), 'deadline.T6.length'),
  }
}

export interface OwnNotice extends NoticeContent {
  number: string
  step: string
  profession: string
  level: number
  notification: { number: number; sentAt: Moment; sentOn: Day; ground: string | null; paperId: string }
  sittings: PlannedSitting[]
  /** He came to one of them and was not let in as he was: why, and until when he may be. */
  notLetIn: (NotLetIn & { until: Moment }) | null
}

/** The notification in force, as the candidate reads it. */
export async function readNotice(ctx: Ctx, number: string): Promise<OwnNotice> {
  return read(ctx, 'notification.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'notification.read', kase)
    const attempt = await currentAttempt(t, kase.id)
    const notification = attempt ? await selectNotification(t.sql, attempt.id) : undefined
    if (!attempt || !notification) deny('notice.none-yet')
    const sittings: PlannedSitting[] = []
    for (const each of await selectNotifiedSittings(t.sql, notification.id)) sittings.push((await findSitting(t.sql, each.sittingId))!)
    let notLetIn: OwnNotice['notLetIn'] = null
    for (const sitting of sittings.filter((each) => t.now < each.endsAt)) {
      const said = await selectNotLetIn(t.sql, attempt.id, sitting.id)
      if (said) notLetIn = { ground: said.ground, note: said.note, at: said.at, until: sitting.endsAt }
    }
    return {
      notLetIn, ...(await contentOf(t, kase, attempt.programmeVersionId)), number: kase.number, step: kase.step,
      profession: await professionName(t, kase, t.lang), level: kase.level ?? 0, notification, sittings: sittings.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    }
  })
}
