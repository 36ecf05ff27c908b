import { legalDay, type Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseDocumentNumber } from '#kernel/document-number.ts'
import type { Localized } from '#kernel/localized.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as centres from '#modules/centres/index.ts'
import { isStruck } from '../commission/standing.ts'
import { namesOfLines, type LineNamed } from '../paper-words.ts'
import { gapBetween } from './domain/certificate-term.ts'
import { selectNeighbours } from './store/chain-store.ts'

export interface PublicCertificate {
  certificate: centres.CertificateShown
  centre: { name: Localized; bin: string | null; serial: string; public: boolean; demonstration: boolean }
  /** Each line with what it is today; struck: it left the register or was moved to mandatory, so that no centre recognises it, whatever the certificate says. */
  scope: (LineNamed & { state: centres.CertificateState; struck: boolean })[]
  history: centres.CertificateEntry[]
  previous: string | undefined
  next: string | undefined
  /** The days between the certificate before and this one on which none was in force. */
  gap: { from: Day; until: Day } | undefined
  today: Day
}

/** What everybody may know of a certificate: what it is today, from when to when, for which professions. Refuses with 404 what is none. */
export async function readPublicCertificate(ctx: Ctx, typed: string): Promise<PublicCertificate> {
  const today = legalDay(ctx.clock.now())
  // As people type it: lower case, with O for 0; the demonstration's older numbers are taken as they stand.
  const parsed = parseDocumentNumber(typed.replace(/^\s*(?:a|\u0430)-/i, ''))
  const certificate = (parsed.ok ? await centres.findCertificateByNumber(ctx.db, `A-${parsed.value}`, today) : undefined) ?? (await centres.findCertificateByNumber(ctx.db, typed.trim().slice(0, 60), today))
  if (!certificate) throw new Denial('not-found')
  const centre = await centres.getCentre(ctx.db, certificate.centreId)
  const { previousId, nextId } = await selectNeighbours(ctx.db, certificate.id)
  const [previous, next] = await inTurn([previousId, nextId], async (id) => (id ? centres.findCertificate(ctx.db, id, today) : undefined))
  const scope = await centres.listScope(ctx.db, centre.id, certificate.id, today)
  const states = new Map((await centres.scopeStates(ctx.db, centre.id, certificate.id, today)).map((line) => [`${line.professionCode} ${line.level}`, line.state]))
  const struck = new Set<string>()
  for (const line of scope) if (await isStruck({ sql: ctx.db, today }, line)) struck.add(`${line.professionCode} ${line.level}`)
  return {
    certificate, history: await centres.certificateHistory(ctx.db, certificate, today), centre: { name: centre.name, bin: centre.bin, serial: centre.serial, public: centre.publicFrom !== null && centre.publicFrom <= today, demonstration: centre.demonstration },
    scope: (await namesOfLines({ sql: ctx.db, today }, scope)).map(({ professionCode, level, name }) => ({ professionCode, level, name, state: states.get(`${professionCode} ${level}`) ?? certificate.state, struck: struck.has(`${professionCode} ${level}`) })), previous: previous?.number, next: next?.number,
    gap: previous && gapBetween(previous.validUntil, certificate.validFrom), today,
  }
}
