import { legalDay } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseDecided, DecisionView } from '#modules/accreditation/index.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { decisionText } from './decision-text.ts'

export const applicantName = (applicant: DecisionView['applicant'], lang: Language): string => inLanguage({ kk: applicant.nameKk, ru: applicant.nameRu, en: applicant.nameEn }, lang)

/** A list of cases of stages 4 to 6: number, applicant, how many professions, since when. */
export function CaseTable<Row extends CaseDecided>({ rows, lang, base, caption, empty, emptyText, more }: { readonly rows: readonly Row[]; readonly more?: { readonly title: string; readonly cell: (row: Row) => string }; readonly lang: Language; readonly base: string; readonly caption: string; readonly empty: string; readonly emptyText: string }) {
  const t = decisionText(lang).decisions
  return (
    <Table inbox caption={caption} captionHidden columns={[t.number, t.applicant, t.kind, t.professions, t.step, t.since, ...(more ? [more.title] : [])].map((title) => ({ title }))} empty={<Empty title={empty} icon="stamp">{emptyText}</Empty>}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [<a class="t-num t-nowrap" href={`/${lang}${base}/${row.id}`}>{row.number}</a>, <b>{applicantName(row.applicant, lang)}</b>, t.kinds[row.kind], String(row.lines), <Tag tone="sky">{t.steps[row.step]}</Tag>, formatDay(legalDay(row.movedAt), lang, 'numeric'), ...(more ? [more.cell(row)] : [])],
      }))} />
  )
}

export function CaseHead({ view, lang }: { readonly view: DecisionView; readonly lang: Language }) {
  const t = decisionText(lang).decisions
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{view.kase.number}</p>
      <h1>{applicantName(view.applicant, lang)}</h1>
      <Tags><Tag>{t.kinds[view.kase.kind]}</Tag><Tag tone={view.kase.step === 'refused' ? 'red' : 'sky'}>{t.steps[view.kase.step]}</Tag></Tags>
    </div></div>
  )
}

/** What was asked for, what the authorised body answered, what was decided and why. */
export function LinesBox({ view, lang }: { readonly view: DecisionView; readonly lang: Language }) {
  const t = decisionText(lang).lines
  return (
    <Box title={t.title} flush>
      <Table caption={t.title} captionHidden rowHeaders columns={[{ title: t.profession }, { title: t.level, numeric: true }, { title: t.agreement }, { title: t.outcome }]}
        rows={view.lines.map((line) => ({
          key: `${line.professionCode}-${line.level}`,
          cells: [
            <>{line.name[lang]} <span class="t-quiet t-num">{line.professionCode}</span>{line.struck && <> <Tag tone="red">{t.struck}</Tag></>}</>, String(line.level),
            line.answer === null ? t.none : <>{t[line.answer]}{line.answeredBy === null && `, ${t.bySilence}`}{line.grounds && <><br /><span class="t-quiet">{line.grounds}</span></>}</>,
            line.outcome === null ? t.none : <><Tag tone={line.outcome === 'granted' ? 'green' : 'red'}>{t[line.outcome]}</Tag>{line.reasons && <><br /><span class="t-quiet">{line.reasons}</span></>}</>,
          ],
        }))} />
    </Box>
  )
}

/** The certificate and the contract as they stand, with their papers. */
export function CertificateBox({ view, lang }: { readonly view: DecisionView; readonly lang: Language }) {
  const t = decisionText(lang).certificate
  if (!view.certificate || !view.issue) return null
  const { certificate, contract, issue } = view
  return (
    <Box title={t.title}>
      <Facts compact facts={[
        { term: t.number, value: <a class="t-num" href={`/${lang}/certificates/${certificate.number}`}>{certificate.number}</a>, note: <a href={`/accreditation/papers/${issue.paperId}`}>{t.pdf}</a> },
        { term: t.valid, value: fill(t.until, { from: formatDay(certificate.validFrom, lang), until: formatDay(certificate.validUntil, lang) }) },
        ...(contract ? [{ term: t.contractSentAt, value: formatMoment(contract.sentAt, lang), note: <a href={`/accreditation/papers/${contract.paperId}`}>{t.contractPdf}</a> }] : []),
        ...(contract?.acceptedAt ? [{ term: t.contractAcceptedAt, value: formatMoment(contract.acceptedAt, lang) }] : []),
      ]} />
    </Box>
  )
}
