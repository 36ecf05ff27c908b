import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { getCentre, listCertificates, type CertificateState } from '#modules/centres/index.ts'
import { messages } from '#modules/centres/messages/index.ts'
import type { Office } from '../desks.ts'
import { webText } from '../web-text.ts'

/** The centre in the header of its desk. */
export interface OfficeView {
  line(lang: Language): Office
  /** What the certificate is where it is not in force: the centre takes nobody in. */
  lost: CertificateState | undefined
}

/** Name of the centre and until when its certificate holds, or what became of it. */
export async function officeOf(ctx: Ctx, centreId: string): Promise<OfficeView> {
  const centre = await getCentre(ctx.db, centreId)
  const certificates = await listCertificates(ctx.db, centreId, legalDay(ctx.clock.now()))
  const current = certificates.filter((each) => each.state === 'valid')
  const until = current.map((certificate) => certificate.validUntil).sort().at(-1)
  const lost = current.length > 0 ? undefined : certificates[0]?.state
  const note = (lang: Language) => (until ? fill(webText(lang).certificateUntil, { date: formatDay(until, lang) }) : lost ? fill(webText(lang).certificateIs, { state: messages[lang].certificates.states[lost] }) : undefined)
  return { lost, line: (lang) => ({ name: inLanguage(centre.name, lang), note: note(lang) }) }
}
