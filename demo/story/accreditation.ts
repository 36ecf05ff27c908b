import type { Day } from '#kernel/day.ts'
import * as accreditation from '#modules/accreditation/index.ts'
import * as centres from '#modules/centres/index.ts'
import type { World } from '../../src/entry/world.ts'
import { stagesOf, type Asked } from './accreditation-stages.ts'
import type { Teller } from './teller.ts'

const ALMATY = '750000000'
const TURKESTAN = '610000000'
const WORKSHOP: Asked = { applicant: 'applicant-1', region: ALMATY, codes: [['K-0067', 3], ['K-0068', 3]] }
const COLLEGE: Asked = { applicant: 'applicant-2', region: TURKESTAN, codes: [['K-0071', 4]] }
const SEWING: Asked = { applicant: 'applicant-3', region: ALMATY, codes: [['K-0009', 3]] }
const BUILDERS: Asked = { applicant: 'applicant-4', region: ALMATY, codes: [['K-0047', 3], ['K-0051', 2]] }
const WEAVERS: Asked = { applicant: 'applicant-5', region: ALMATY, codes: [['K-0102', 3]] }
const COOKS: Asked = { applicant: 'applicant-6', region: TURKESTAN, codes: [['K-0235', 3], ['K-0025', 3], ['K-0239', 3]] }
/** Centre 02 asks for one profession more, centre 13 for a certificate after its own. */
const DESIGNERS: Asked = { applicant: 'c02-head', region: ALMATY, kind: 'extension', codes: [['K-0019', 4]] }
const HOUSES: Asked = { applicant: 'c13-head', region: ALMATY, kind: 'renewal', codes: [['K-0590', 5], ['K-0590', 6], ['K-0600', 1], ['K-0609', 1], ['K-0609', 2], ['K-0613', 1], ['K-0613', 2], ['K-0621', 5]] }

/**
 * Eight applications in eight stages, all of invented organisations: a draft, one with the chamber, an extension given back for correction, one before the experts, a renewal
 * whose survey is assigned, one that waits for the ministry, one before the commission, one granted in part; and a centre that asks for its certificate to be written anew.
 */
export async function tellAccreditations(teller: Teller, world: World): Promise<void> {
  const { drafted, submitted, givenBack, accepted, reviewed, surveyAssigned, surveyed, before } = stagesOf(teller, world)

  await drafted(COLLEGE, teller.ago(2))
  await submitted(WORKSHOP, teller.ago(3))
  await givenBack(DESIGNERS, teller.ago(6), 'Картадағы «Векторда сызу» операциясының өлшемі нақты емес: қандай өлшемге дейін кішірейту керегі көрсетілмеген.')
  await accepted(SEWING, teller.ago(8))
  const renewal = await reviewed(HOUSES, teller.ago(15))
  await surveyAssigned(renewal, teller.ago(9), teller.after(teller.today, 3))
  await surveyed(BUILDERS, teller.ago(24))

  const waits = teller.ago(27)
  const weavers = await surveyed(WEAVERS, waits)
  await before.commission(weavers, teller.after(waits, 14))
  await accreditation.voteOnCase(teller.as('commission-1', teller.after(waits, 17), '11:00'), { id: weavers, ballot: WEAVERS.codes.map(([professionCode, level]) => ({ professionCode, level, choice: 'granted', note: '' })) })

  const earlier = teller.ago(34)
  const cooks = await surveyed(COOKS, earlier)
  await before.commission(cooks, teller.after(earlier, 14))
  await before.decision(cooks, teller.after(earlier, 18), COOKS, 'K-0239', 'Шикі балықпен жұмыс істейтін бөлек бөлме жоқ.')

  await askAnew(teller, teller.ago(1))
}

async function askAnew(teller: Teller, on: Day): Promise<void> {
  const ctx = teller.as('c10-head', on, '16:00')
  const centreId = teller.centreId('10')
  const { name, address } = await centres.getCentre(ctx.db, centreId)
  const [certificate] = await centres.listCertificates(ctx.db, centreId, on)
  await accreditation.requestReissue(ctx, {
    certificateId: certificate!.id, ground: 'address-changed', note: 'Орталық көрші ғимаратқа көшті (ойдан шығарылған).', nameKk: name.kk, nameRu: name.ru, nameEn: name.en,
    addressKk: address.kk.replace('77', '79'), addressRu: address.ru.replace('77', '79'),
  })
}
