import { inLanguage, type Language } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ComplaintRow, ComplaintView } from '#modules/appeals/index.ts'
import { messages } from '#modules/appeals/messages/index.ts'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { FileRow } from '../ui/file-row.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { appealsText } from './appeals-text.ts'
import { DueLine, Papers, Written } from './parts.tsx'

/** Whose complaint it is, about what, and where it stands. */
export function ComplaintHead({ view, lang }: { view: ComplaintView; lang: Language }) {
  const text = appealsText(lang)
  return (
    <div class="t-inhead"><div>
      <p class="t-case__no t-num">{fill(text.complaint.titleOf, { number: view.kase.number })}</p>
      <h1>{personName(view.complainant, lang, 'full')}</h1>
      <Tags>
        <Tag>{messages[lang].subjects[view.complaint.subject]}</Tag>
        <Tag tone={view.kase.closedAt ? 'green' : view.lateness?.state === 'overdue' ? 'red' : 'sky'}>{text.steps[view.kase.step as 'lodged']}</Tag>
      </Tags>
    </div></div>
  )
}

/** What was complained about, in the words of the complainant. */
export function ComplaintMatter({ view, lang, caseHref }: { view: ComplaintView; lang: Language; caseHref: ((number: string) => string) | undefined }) {
  const text = appealsText(lang)
  const words = text.complaint
  return (
    <Box title={words.text}>
      <Written text={view.complaint.body} />
      <Facts compact facts={[
        { term: text.centre, value: inLanguage(view.centre, lang) },
        { term: text.lodgedOn, value: formatDay(legalDay(view.complaint.lodgedAt), lang) },
        ...(view.aboutName ? [{ term: words.aboutPerson, value: view.aboutName }] : []),
        ...(view.parentNumber ? [{ term: words.parent, value: caseHref ? <a class="t-num t-nowrap" href={caseHref(view.parentNumber)}>{view.parentNumber}</a> : <span class="t-num t-nowrap">{view.parentNumber}</span> }] : []),
        ...(view.kase.closedAt ? [] : [{ term: text.due, value: <DueLine due={view.kase.nextDueOn} lateness={view.lateness} closed={false} lang={lang} /> }]),
      ]} />
      {caseHref && view.files.map((file) => <FileRow key={file.id} state="made" name={text.paperComplaint.scan} about={file.name} href={`/${lang}/attachments/${file.id}`} />)}
    </Box>
  )
}

/** The answer: what was found, the words, what was done, the paper, and whether it satisfied. */
export function ComplaintAnswer({ view, lang, rating = false }: { view: ComplaintView; lang: Language; rating?: boolean }) {
  const text = appealsText(lang)
  const words = text.complaint
  const { answer, finding, measures, answeredAt, satisfied } = view.complaint
  if (answer === null || finding === null) return null
  return (
    <Box title={words.answerTitle}>
      <Written text={answer} />
      <Facts compact facts={[
        { term: words.finding, value: messages[lang].findings[finding] },
        { term: words.measures, value: measures === '' ? <span class="t-quiet">{words.noMeasures}</span> : <Written text={measures} /> },
        { term: words.answeredBy, value: view.answeredByName ?? '—', ...(answeredAt ? { note: formatDay(legalDay(answeredAt), lang) } : {}) },
        ...(rating && satisfied !== null ? [{ term: text.complaints.rating, value: satisfied ? text.complaints.satisfied : text.complaints.notSatisfied }] : []),
      ]} />
      <Papers papers={view.papers} lang={lang} />
    </Box>
  )
}

/** Complaints in a list; with the centre's name when they come from many. */
export function ComplaintTable({ rows, lang, title, hrefFor, ofAll = false }: { rows: readonly ComplaintRow[]; lang: Language; title: string; hrefFor: (number: string) => string; ofAll?: boolean }) {
  const text = appealsText(lang)
  const words = text.complaints
  const columns = [text.number, words.complainant, ...(ofAll ? [text.centre] : []), words.subject, text.lodgedOn, words.answered, words.rating]
  return (
    <Table inbox caption={title} captionHidden columns={columns.map((each) => ({ title: each }))} empty={<Empty title={words.empty} icon="message-square">{words.emptyText}</Empty>}
      rows={rows.map((row) => ({
        key: row.number,
        cells: [
          <a class="t-num t-nowrap" href={hrefFor(row.number)}>{row.number}</a>, <b>{personName(row, lang, 'full')}</b>,
          ...(ofAll ? [inLanguage({ kk: row.centreKk, ru: row.centreRu, en: row.centreEn }, lang)] : []),
          messages[lang].subjects[row.subject], formatDay(row.openedOn, lang, 'numeric'),
          row.finding && row.answeredAt ? <>{messages[lang].findings[row.finding]}<span class="t-sub">{formatDay(legalDay(row.answeredAt), lang, 'numeric')}</span></> : <Tag tone="sun">{words.waiting}</Tag>,
          row.satisfied === null ? '—' : <Tag tone={row.satisfied ? 'green' : 'red'}>{row.satisfied ? words.yes : words.no}</Tag>,
        ],
      }))} />
  )
}
