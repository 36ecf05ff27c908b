import { addDays, addMonths, legalDay, type Day, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, formatNumber, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothDay, bothOf, stamp } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { Bilingual, PaperSignature } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { messages } from '../messages/index.ts'
import { worksLines } from './domain/act-of-works.ts'
import { selectServicesOfAct, type ActOfWorks } from './store/works-store.ts'

const both = bothOf(messages.kk.paper, messages.ru.paper)

/** The act of works performed in the shape of Annex 50, with the register of vouchers; made anew when the second side has signed. */
export async function paperOfAct(t: Tx, act: ActOfWorks): Promise<Uuid> {
  const services = await selectServicesOfAct(t.sql, act.id)
  const centre = await centres.getCentre(t.sql, act.centreId)
  const payer = act.payerId ? await people.findOrganisation(t.sql, act.payerId) : undefined
  const numbers = await casework.numbersOf(t, services.map((each) => each.caseId))
  const names = new Map<string, Bilingual>()
  for (const code of new Set(services.map((each) => each.professionCode))) {
    const name = (await professions.findProfessionOrStruck(t.sql, code, t.today))?.name
    names.set(code, { kk: name?.kk ?? code, ru: name?.ru ?? code })
  }
  const service = (of: { professionCode: string; level: number }): Bilingual => ({
    kk: fill(messages.kk.paper.service, { profession: names.get(of.professionCode)!.kk, level: of.level }), ru: fill(messages.ru.paper.service, { profession: names.get(of.professionCode)!.ru, level: of.level }),
  })
  const period = (from: Day, to: Day) => (from === to ? formatDay(from, 'ru', 'numeric') : `${formatDay(from, 'ru', 'numeric')} – ${formatDay(to, 'ru', 'numeric')}`)
  const signature = async (role: Bilingual, by: Uuid | null, at: Moment | null): Promise<PaperSignature> => ({
    role, name: (by && (await people.fullNameOf(t, by))) || '', signedAt: at && stamp(at), how: both((words) => words.inPlatform),
  })
  return createPaper(t, 'act-of-works', {
    demo: t.demo, number: act.number, madeOn: bothDay(legalDay(act.signedAt ?? act.madeAt)),
    centre: { kk: `${centre.name.kk}, ${messages.kk.paper.bin} ${centre.bin ?? '—'}`, ru: `${centre.name.ru}, ${messages.ru.paper.bin} ${centre.bin ?? '—'}` },
    payer: { kk: payer ? `${payer.nameKk}, ${messages.kk.paper.bin} ${payer.bin ?? '—'}` : '—', ru: payer ? `${payer.nameRu}, ${messages.ru.paper.bin} ${payer.bin ?? '—'}` : '—' },
    period: period(act.month, addDays(addMonths(act.month, 1), -1)),
    lines: worksLines(services).map((line) => ({ service: service(line), period: period(line.from, line.to), count: String(line.count), price: formatNumber(line.price, 'ru'), total: formatNumber(line.total, 'ru') })),
    count: String(services.length), total: formatTenge(act.total, 'ru'), dueOn: act.dueOn ? bothDay(act.dueOn) : null,
    vouchers: services.map((each) => ({ voucher: each.voucherNumber, kase: numbers.get(each.caseId) ?? '', service: service(each), heldOn: formatDay(each.heldOn, 'ru', 'numeric'), price: formatNumber(each.price, 'ru') })),
    signatures: [await signature(both((words) => words.byCentre), act.signedBy, act.signedAt), await signature(both((words) => words.byPayer), act.acceptedBy, act.acceptedAt)],
  }, { caseId: null, centreId: act.centreId })
}
