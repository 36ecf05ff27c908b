import type { Day } from '#kernel/day.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { PaperCentre } from '#platform/pdf/papers.ts'
import { messages } from './messages/index.ts'
import type { Centre } from './store/centre-store.ts'

/** The centre as it stands on a paper, with the certificate by which it acts. */
export function paperCentre(centre: Centre, certificate: { number: string; validUntil: Day }): PaperCentre {
  const certificateIn = (lang: 'kk' | 'ru') => fill(messages[lang].paper.certificate, { number: certificate.number, until: formatDay(certificate.validUntil, lang) })
  return {
    name: { kk: centre.name.kk, ru: centre.name.ru },
    bin: centre.bin ?? '—',
    certificate: { kk: certificateIn('kk'), ru: certificateIn('ru') },
    address: { kk: centre.address.kk, ru: centre.address.ru },
    contact: [centre.phone, centre.email, centre.site].filter(Boolean).join(', '),
  }
}
