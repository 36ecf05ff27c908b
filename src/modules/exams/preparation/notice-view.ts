import type { Day, Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { currentAttempt } from '../attempts.ts'
import { centreName, findSitting, getProgrammeVersion, listAccommodations, paperFrame, professionName, type SittingRow } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { noticeOffer, type NoticeOffer } from './notice-offer.ts'
import { selectNotification, selectNotifiedSittings } from './store/preparation-store.ts'

export interface NoticePage {
  number: string
  version: number
  step: string
  candidate: string
  profession: string
  level: number
  offer: NoticeOffer
  maySend: boolean
}

/** What the clerk sees before he sends a notification. */
export async function readNoticePage(ctx: Ctx, number: string): Promise<NoticePage> {
  return read(ctx, 'notification.send', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'notification.send', kase)
    const frame = await paperFrame(t, kase)
    const maySend = casework.nextStep(kase.step as casework.Step, 'notification.send') !== undefined
    return { number: kase.number, version: kase.version, step: kase.step, candidate: frame.candidate.name, profession: await professionName(t, kase, t.lang), level: kase.level ?? 0, offer: await noticeOffer(t, kase), maySend }
  })
}

export interface OwnNotice {
  number: string
  step: string
  centre: string
  address: { kk: string; ru: string }
  contact: string
  profession: string
  level: number
  notification: { number: number; sentAt: Moment; sentOn: Day; ground: string | null; paperId: string }
  sittings: SittingRow[]
  needs: { kk?: string; ru?: string; en?: string }
  accommodations: { kind: 'extra-time' | 'large-print' | 'place' | 'assistant' | 'other'; extraPercent: number | null }[]
}

/** The notification in force, as the candidate reads it. */
export async function readNotice(ctx: Ctx, number: string): Promise<OwnNotice> {
  return read(ctx, 'notification.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'notification.read', kase)
    const attempt = await currentAttempt(t, kase.id)
    const notification = attempt ? await selectNotification(t.sql, attempt.id) : undefined
    if (!attempt || !notification) deny('notice.none-yet')
    const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
    const sittings: SittingRow[] = []
    for (const each of await selectNotifiedSittings(t.sql, notification.id)) sittings.push((await findSitting(t.sql, each.sittingId))!)
    const frame = await paperFrame(t, kase)
    return {
      number: kase.number, step: kase.step, centre: await centreName(t, kase.centreId, t.lang), address: frame.centre.address!, contact: frame.centre.contact ?? '',
      profession: await professionName(t, kase, t.lang), level: kase.level ?? 0, notification, sittings: sittings.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)), needs: content.needs,
      accommodations: (await listAccommodations(t.sql, kase.id)).filter((each) => each.answer === 'granted'),
    }
  })
}
