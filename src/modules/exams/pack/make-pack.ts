import { almatyTime, type Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import { bothDay, bothOf } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { Bilingual } from '#platform/pdf/papers.ts'
import type { SittingPackData } from '#platform/pdf/sitting-papers.ts'
import { messages } from '../messages/index.ts'
import { centreFrame, qualificationBoth } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { lockSittings } from '../preparation/store/preparation-store.ts'
import { packOf, sittingOfPack, type PackPerson, type SittingPack } from './read-pack.ts'
import { insertPack, selectPacks } from './store/pack-store.ts'

const both = bothOf<(typeof messages)['kk' | 'ru']>(messages.kk, messages.ru)
const NOTHING: Bilingual = { kk: '', ru: '' }

/** The pack is printed: its lists are frozen as they stand now. Whatever changes later is a pack of its own number. */
export async function makePack(ctx: Ctx, input: { sittingId: string }): Promise<{ number: number }> {
  return tx(ctx, 'sitting.pack', async (t) => {
    const seen = await sittingOfPack(t, input.sittingId)
    assertMay(t, policy, 'sitting.pack', seen)
    await lockSittings(t.sql, [seen.id])
    // Read anew under its lock, so that a sitting called off a moment ago is not printed any more.
    const sitting = await sittingOfPack(t, seen.id)
    if (sitting.cancelledAt) deny('sitting.cancelled-already')
    const pack = await packOf(t, sitting)
    if (pack.people.length === 0) deny('pack.nobody')
    const number = ((await selectPacks(t.sql, sitting.id))[0]?.number ?? 0) + 1
    const paperId = await createPaper(t, 'sitting-pack', await dataOf(t, pack, number), { caseId: null, centreId: sitting.centreId })
    await insertPack(t.sql, { id: t.newId(), sittingId: sitting.id, number, paperId, people: pack.people.length, madeBy: accountOf(t.actor)!, madeAt: t.now })
    await record(t, `sitting:${sitting.id}`, 'sitting-pack-made', { number, people: pack.people.length })
    return { number }
  })
}

async function dataOf(t: Tx, { sitting, people, plan, staff }: SittingPack, number: number): Promise<SittingPackData> {
  const centre = await centreFrame(t, sitting.centreId)
  const place: Bilingual = sitting.mode === 'online' ? { kk: sitting.roomKk, ru: sitting.roomRu } : { kk: `${centre.address!.kk}, ${sitting.roomKk}`, ru: `${centre.address!.ru}, ${sitting.roomRu}` }
  return {
    demo: t.demo, number: `${formatDay(sitting.onDay, 'kk', 'numeric')}/${number}`, madeAt: { kk: formatMoment(t.now, 'kk'), ru: formatMoment(t.now, 'ru') }, centre,
    stage: both((w) => w.stages[sitting.stage]), qualification: await qualificationBoth(t, sitting), date: bothDay(sitting.onDay), time: `${almatyTime(sitting.startsAt)}–${almatyTime(sitting.endsAt)}`, place,
    staff: staff.map((each) => ({ role: both((w) => w.pack.roles[each.role]), name: each.name })),
    people: people.map((person) => ({
      seat: String(person.seat), name: person.name, iin: `••••••••${person.iinLastFour}`, caseNumber: person.caseNumber, language: person.examLanguage === 'ru' ? both((w) => w.paper.inRussian) : both((w) => w.paper.inKazakh), accommodation: granted(person),
      familiarisation: stamp(person.familiarisedAt), briefing: stamp(person.briefedAt),
    })),
    ...coveredFaces(people),
    plan: plan.map((line) => line.map(({ seat, person }) => ({ seat: String(seat), name: person?.shortName ?? '' }))),
    emergency: messages.kk.pack.emergency.map((kk, index) => ({ kk, ru: messages.ru.pack.emergency[index]! })), emergencySource: both((w) => w.pack.emergencySource),
  }
}

function granted({ accommodations }: PackPerson): Bilingual {
  const kinds = accommodations as (keyof (typeof messages)['kk']['accommodations'])[]
  return kinds.length === 0 ? NOTHING : both((w) => kinds.map((kind) => w.accommodations[kind]).join(', '))
}

/** Whose face is compared apart, as the page says it beside the list of identities; nothing where nobody's is. */
function coveredFaces(people: readonly PackPerson[]): Pick<SittingPackData, 'coveredFaces'> {
  const names = people.filter((each) => each.accommodations.includes('covered-face')).map((each) => each.name).join('; ')
  return names === '' ? {} : { coveredFaces: both((w) => `${names}. ${w.pack.coveredFace}`) }
}
const stamp = (at: Moment | null): string => (at ? formatMoment(at, 'kk', 'numeric') : '')
