import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { bothDay } from '#platform/pdf/bilingual.ts'
import type { AccreditationCertificateData, AccreditationContractData } from '#platform/pdf/papers.ts'
import * as centres from '#modules/centres/index.ts'
import type { AccreditationCase } from '../cases.ts'
import { both, lineBoth, namesOfLines, signatureOf } from '../paper-words.ts'
import type { Contract } from './store/certificate-store.ts'

interface Issued {
  centreId: Uuid
  /** Number of the case whose protocol it stands on. */
  decision: string
  certificate: { number: string; scope: readonly { professionCode: string; level: number }[] }
  from: Day
  until: Day
  previous: string | undefined
  /** It follows the one before instead of taking its place. */
  renews: boolean
}

/** The certificate with its scope as an annex. */
export async function certificatePaper(t: Tx, { centreId, decision, certificate, from, until, previous, renews }: Issued): Promise<AccreditationCertificateData> {
  const centre = await centres.getCentre(t.sql, centreId)
  return {
    demo: t.demo, number: certificate.number, centre: { name: { kk: centre.name.kk, ru: centre.name.ru }, bin: centre.bin ?? '—', address: centre.address, serial: centre.serial },
    issuedOn: bothDay(t.today), ...(from === t.today ? {} : { validFrom: bothDay(from) }), validUntil: bothDay(until), decision, ...(previous ? { [renews ? 'follows' : 'replaces']: previous } : {}),
    scope: (await namesOfLines(t, certificate.scope)).map(lineBoth), signature: await signatureOf(t, accountOf(t.actor)!, both((words) => words.accreditor), t.now),
    verifyUrl: `${t.publicUrl}/kk/certificates/${certificate.number}`, verifyAddress: `${t.publicUrl.replace(/^https?:\/\//, '')}/certificates`,
  }
}

/** Who signed on paper, and on which day. */
export interface SignedOnPaper {
  name: string
  on: Day
}

/** The post-accreditation contract: sent with one signature, accepted with both. Its clauses are those the law itself names; the standard form has not been read [O]. */
export async function contractPaper(t: Tx, kase: AccreditationCase, certificate: { number: string; validUntil: Day }, sent: { by: string; contract: Pick<Contract, 'sentAt'> }, accepted: 'not-yet' | 'here' | SignedOnPaper): Promise<AccreditationContractData> {
  const centre = await centres.getCentre(t.sql, kase.organisationId)
  const head = both((words) => words.head)
  return {
    demo: t.demo, number: kase.number!, concludedOn: accepted === 'not-yet' ? null : bothDay(accepted === 'here' ? t.today : accepted.on), centre: centres.paperCentre(centre, certificate), certificate: { number: certificate.number, validUntil: bothDay(certificate.validUntil) },
    signatures: [
      await signatureOf(t, sent.by, both((words) => words.accreditor), sent.contract.sentAt),
      accepted === 'here' ? await signatureOf(t, accountOf(t.actor)!, head, t.now)
        : accepted === 'not-yet' ? { role: head, name: '', signedAt: null } : { role: head, name: accepted.name, signedAt: accepted.on.split('-').reverse().join('.'), how: both((words) => words.signedOnPaper) },
    ],
  }
}
