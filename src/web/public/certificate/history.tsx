import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { PublicCertificate } from '#modules/accreditation/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { en } from '../messages/certificate/en.ts'
import { kk, type CertificateHistoryText } from '../messages/certificate/kk.ts'
import { ru } from '../messages/certificate/ru.ts'

export const HISTORY_TEXTS: Readonly<Record<Language, CertificateHistoryText>> = { kk, ru, en }
const TONES = { issued: 'green', resumption: 'green', withdrawal: 'red', termination: 'red', replaced: 'plain', expired: 'plain' } as const

/** Issued, withdrawn, resumed, terminated: each with its day, its ground and what it was about; the newest first. */
export function CertificateHistory({ history, scope, today, lang }: Pick<PublicCertificate, 'history' | 'scope'> & { today: Day; lang: Language }) {
  const text = HISTORY_TEXTS[lang]
  const nameOf = (code: string) => scope.find((line) => line.professionCode === code)?.name[lang] ?? code
  const about = (entry: PublicCertificate['history'][number]) => (entry.professions === null ? text.whole : [...new Set(entry.professions.map(nameOf))].join(', '))
  return (
    <Box title={text.title}>
      <Timeline items={[...history].reverse().map((entry) => ({
        when: entry.on > today ? fill(text.toCome, { date: formatDay(entry.on, lang) }) : formatDay(entry.on, lang), title: text.kinds[entry.kind], tone: TONES[entry.kind],
        ...(entry.kind === 'issued' || entry.kind === 'expired' || entry.kind === 'replaced' ? {} : {
          who: about(entry),
          body: (
            <>
              {entry.ground && <>{fill(text.ground, { ground: certificateWords[lang].certificates.grounds[entry.ground] })}{entry.clause !== '' && <>; {fill(text.clause, { clause: entry.clause })}</>}<br /></>}
              {entry.kind !== 'resumption' && text.documents}
            </>
          ),
        }),
      }))} />
    </Box>
  )
}
