import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { readPublicCertificate, type PublicCertificate } from '#modules/accreditation/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import { decisionText } from '../../accreditor/decision/decision-text.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { CertificateHistory, HISTORY_TEXTS } from './history.tsx'

const TONES = { valid: 'valid', 'not-yet': 'unknown', expired: 'expired', withdrawn: 'annulled', terminated: 'annulled', replaced: 'expired' } as const

/** Where the QR code of an accreditation certificate leads: what it is today, and for which professions. */
export const certificatePage = page<PublicCertificate>({
  path: '/certificates/:number', action: 'centre.read', desk: 'public', access: 'public', keepSeconds: 5,
  load: (ctx, { params }) => readPublicCertificate(ctx, params['number'] ?? ''),
  title: ({ certificate }, lang) => `${decisionText(lang).page.title} ${certificate.number}`,
  view: ({ data: { certificate, centre, scope, history, previous, next, gap, today }, lang }) => {
    const t = decisionText(lang).page
    const words = certificateWords[lang]
    const link = (number: string) => <a class="t-num" href={`/${lang}/certificates/${number}`}>{number}</a>
    return (
      <div class="t-stack">
        <Verdict tone={TONES[certificate.state]} title={t.states[certificate.state]}>{fill(t.stateTexts[certificate.state], { date: formatDay(today, lang) })}</Verdict>
        <Box title={t.title}>
          <Facts facts={[
            { term: t.number, value: <span class="t-num">{certificate.number}</span> },
            { term: t.centre, value: centre.public ? <a href={`/${lang}/centres/${centre.serial}`}>{centre.name[lang]}</a> : centre.name[lang], note: [centre.demonstration && t.demo, !centre.public && t.notPublic].filter(Boolean).join('; ') },
            { term: t.bin, value: <span class="t-num">{centre.bin ?? '—'}</span> },
            { term: t.from, value: formatDay(certificate.validFrom, lang) }, { term: t.until, value: formatDay(certificate.validUntil, lang) },
            ...(gap ? [{ term: t.gap, value: fill(t.gapValue, { from: formatDay(gap.from, lang), until: formatDay(gap.until, lang) }), note: t.gapNote }] : []),
            ...(previous ? [{ term: t.previous, value: link(previous) }] : []), ...(next ? [{ term: t.next, value: link(next) }] : []),
          ]} />
        </Box>
        <CertificateHistory history={history} scope={scope} today={today} lang={lang} />
        <Box title={t.scope} flush>
          <Table caption={t.scope} captionHidden rowHeaders columns={[{ title: decisionText(lang).lines.profession }, { title: decisionText(lang).lines.level, numeric: true }, { title: words.certificates.state }]}
            rows={scope.map((line) => ({ key: `${line.professionCode}-${line.level}`, cells: [<><a href={`/${lang}/professions/${line.professionCode}`}>{line.name[lang]}</a> <span class="t-quiet t-num">{line.professionCode}</span></>, String(line.level), line.struck ? <Tag tone="red">{HISTORY_TEXTS[lang].struck}</Tag> : <Tag tone={line.state === 'valid' ? 'green' : line.state === 'not-yet' || line.state === 'replaced' ? 'sky' : 'red'}>{words.certificates.states[line.state]}</Tag>] }))} />
        </Box>
        <p><a href={`/api/v1/certificates/${certificate.number}`}>{t.json}</a></p>
      </div>
    )
  },
})
