import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import type { Destination, FateFacts, WaitingStep } from './domain/fate.ts'

/** What the fates of many cases rest on; asked once for each qualification, not for each case. */
export interface FactBook {
  of(hold: casework.OpenHold): Promise<FateFacts>
  centre(id: string): Promise<centres.Centre>
}

export function factBook(t: Tx): FactBook {
  const known = new Map<string, Promise<unknown>>()
  const once = <T>(key: string, find: () => Promise<T>): Promise<T> => {
    if (!known.has(key)) known.set(key, find())
    return known.get(key) as Promise<T>
  }
  const centre = (id: string) => once(`centre ${id}`, () => centres.getCentre(t.sql, id))
  const place = (kase: casework.CaseFile) => ({ professionCode: kase.professionCode!, level: kase.level!, on: t.today })
  const destinations = (kase: casework.CaseFile) => once(`destinations ${kase.centreId} ${kase.professionCode} ${kase.level}`, async () => {
    const home = await centre(kase.centreId)
    const found: Destination[] = []
    for (const each of await centres.listCentresFor(t.sql, place(kase))) {
      if (each.centre.id === kase.centreId) continue
      const programme = await programmes.findApprovedProgramme(t.sql, { ...place(kase), centreId: each.centre.id })
      found.push({ centreId: each.centre.id, sameRegion: each.centre.regionKato === home.regionKato, inScope: true, price: each.offers[0]?.price, hasProgramme: programme !== undefined })
    }
    return found
  })
  const loss = (kase: casework.CaseFile) => once(`loss ${kase.centreId} ${kase.professionCode} ${kase.level}`, () => centres.findLoss(t.sql, { ...place(kase), centreId: kase.centreId }))
  const staff = (centreId: string) => once(`staff ${centreId}`, async () => new Set((await centres.listStaff(t.sql, centreId, t.today)).map((each) => each.accountId as string)))
  const scopeThen = async (kase: casework.CaseFile) => {
    const since = await casework.atCentreSince(t, kase)
    return once(`scope ${kase.centreId} ${kase.professionCode} ${kase.level} ${since}`, () => centres.scopeSince(t, kase))
  }
  return {
    centre,
    async of({ kase, stepBefore }) {
      const all = await destinations(kase)
      const ownCentres: string[] = []
      for (const each of all) if (kase.accountId && (await staff(each.centreId)).has(kase.accountId)) ownCentres.push(each.centreId)
      return { step: stepBefore as WaitingStep, scopeThen: (await scopeThen(kase)) !== undefined, woundUp: (await loss(kase))?.ground === 'organisation-wound-up', destinations: all, ownCentres }
    },
  }
}

/** A loss as it stands in addresses and forms. */
export interface LossRef {
  certificateId: Uuid | null
  eventId: Uuid | null
}
