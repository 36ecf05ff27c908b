import { addDays, momentAt, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { listContactsSent } from '#modules/applications/index.ts'
import { listOpened } from '#modules/casework/index.ts'
import { listAllCentres, listAllOffers } from '#modules/centres/index.ts'
import { countDevices, listPersonKeys, listSharedDeviceUses } from '#modules/people/index.ts'
import { countFiles, listSharedFiles } from '#modules/uploads/index.ts'
import { listPapersSent, listRequestCentres, listSpent } from '#modules/vouchers/index.ts'
import type { OpenedCase } from './domain/activity.ts'
import { phoneDigits, type CarriedContact, type CarriedPaper, type DeviceUsed } from './domain/people-behind.ts'
import type { SpentVoucher } from './domain/regions.ts'

/** Papers that belong to one person; a photograph of an application or a scan of a delivery does not say who somebody is. */
const OWN_PAPERS = ['education', 'earlier-recognition', 'work'] as const

export interface CaseFacts {
  opened: OpenedCase[]
  papers: CarriedPaper[]
  contacts: CarriedContact[]
  devices: DeviceUsed[]
  vouchers: SpentVoucher[]
  regionOf: Map<string, string>
  looked: { cases: number; papers: number; vouchers: number; devices: number }
}

/** What the cases of these days carry: papers and contacts by digest, vouchers with their region. A contact leaves this function only as a digest made with the secret of the instance. */
export async function readCaseFacts(t: Tx, from: Day, until: Day): Promise<CaseFacts> {
  const [since, upTo] = [momentAt(from, '00:00'), momentAt(addDays(until, 1), '00:00')]
  const { cases, before } = await listOpened(t.sql, from, until)
  const caseOf = new Map(cases.map((each) => [each.caseId, each]))
  const keys = await listPersonKeys(t.sql, cases.map((each) => each.personId))
  const carried = (caseId: (typeof cases)[number]['caseId'], digest: string) => {
    const kase = caseOf.get(caseId)
    return kase ? [{ caseId: kase.caseId, centreId: kase.centreId, person: keys.get(kase.personId) ?? kase.personId, digest }] : []
  }
  const files = { kinds: OWN_PAPERS, from: since, until: upTo }
  const sent = await listPapersSent(t.sql, since, upTo)
  const senders = await listPersonKeys(t.sql, sent.map((each) => each.personId))
  const papers: CarriedPaper[] = [
    ...(await listSharedFiles(t.sql, { ...files, also: sent })).flatMap((file) => carried(file.caseId, file.sha256).map((each) => ({ ...each, kind: file.kind as CarriedPaper['kind'] }))),
    ...sent.map((each) => ({ kind: each.kind, digest: each.sha256, person: senders.get(each.personId) ?? each.personId, centreId: each.centreId ?? undefined, caseId: each.caseId && caseOf.has(each.caseId) ? each.caseId : undefined })),
  ]
  const digest = (text: string) => Buffer.from(t.cipher.index(text)).toString('hex')
  const contacts = (await listContactsSent(t.sql, since, upTo)).flatMap((row): CarriedContact[] => {
    const [phone, email] = [phoneDigits(row.phone), row.email?.trim().toLowerCase()]
    return [...(phone ? carried(row.caseId, digest(`phone ${phone}`)).map((each) => ({ ...each, what: 'phone' as const })) : []), ...(email ? carried(row.caseId, digest(`email ${email}`)).map((each) => ({ ...each, what: 'email' as const })) : [])]
  })
  const regionOf = new Map((await listAllCentres(t.sql)).map((centre) => [centre.id as string, centre.regionKato]))
  const offered = new Set((await listAllOffers(t.sql, t.today)).map((offer) => `${regionOf.get(offer.centreId)} ${offer.professionCode} ${offer.level}`))
  const vouchers = (await listSpent(t.sql, since, upTo)).map((row) => ({ caseId: row.caseId, centreId: row.centreId, regionKato: row.regionKato, hasHomeCentre: offered.has(`${row.regionKato} ${row.professionCode} ${row.level}`) }))
  const uses = await listSharedDeviceUses(t.sql, since, upTo)
  const users = await listPersonKeys(t.sql, uses.map((use) => use.personId))
  const asked = await listRequestCentres(t.sql, uses.flatMap((use) => (use.act === 'voucher-request' ? [use.subjectId] : [])))
  const devices = uses.map((use): DeviceUsed => {
    const kase = use.act === 'application' ? caseOf.get(use.subjectId) : undefined
    return { device: use.device, person: users.get(use.personId) ?? use.personId, centreId: kase?.centreId ?? asked.get(use.subjectId), caseId: kase?.caseId }
  })
  return { opened: [...before, ...cases], papers, contacts, devices, vouchers, regionOf, looked: { cases: cases.length, papers: (await countFiles(t.sql, files)) + sent.length, vouchers: vouchers.length, devices: await countDevices(t.sql, since, upTo) } }
}
