import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatBytes, formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { SurveyView } from '#modules/accreditation/index.ts'
import { SECTIONS } from '#modules/accreditation/index.ts'
import { blockerText } from '../../denials.ts'
import { Box } from '../../ui/card.tsx'
import { CheckRow } from '../../ui/check-row.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { surveyText, surveyWords } from './survey-text.ts'

interface Shown {
  view: SurveyView
  lang: Language
}

/** The words of one item: the requirement, and the profession it is asked of. */
export function itemWords({ view, lang }: Shown, key: string): string {
  const item = view.items.find((each) => each.key === key)
  if (!item) return surveyText(lang).general
  const of = item.professionCode === null ? undefined : view.qualifications.get(`${item.professionCode}/${item.level}`)
  const question = surveyWords(lang).questions[item.question]
  return of ? `${question} · ${of[lang]}` : question
}

/** Who is surveyed, when and by whom, and until when. */
export function SurveyFacts({ view, lang }: Shown) {
  const words = surveyText(lang)
  return (
    <Facts compact facts={[
      { term: words.applicant, value: inLanguage(view.organisation, lang) },
      { term: words.day, value: view.survey ? formatDay(view.survey.heldOn, lang) : words.list.notSet },
      {
        term: words.people,
        value: view.surveyors.length === 0 ? words.list.notSet : <>{view.surveyors.map((each) => <div key={each.accountId}>{each.name} <span class="t-quiet">({each.signedAt ? fill(words.sign.signed, { at: formatMoment(each.signedAt as never, lang, 'numeric') }) : words.sign.unsigned})</span></div>)}</>,
      },
      { term: words.term, value: view.kase.nextDueOn ? formatDay(view.kase.nextDueOn, lang) : words.dueNotSet },
    ]} />
  )
}

/** Everything that was written: the checklist with its marks, where they differ, measurements, findings, photos. */
export function SurveyRecord({ view, lang }: Shown) {
  const words = surveyText(lang)
  const terms = surveyWords(lang)
  const done = view.items.filter((item) => view.stand.marks.has(item.key)).length
  const who = (accountId: string) => view.names.get(accountId) ?? '–'
  return (
    <>
      {view.conflicts.length > 0 && (
        <NoticeBox tone="red" title={words.conflictTitle}>
          <p>{words.conflictText}</p>
          <ul>{view.conflicts.map((key) => <li key={key}>{itemWords({ view, lang }, key)}: {view.stand.marks.get(key)!.map((mark) => `${who(mark.accountId)} – ${terms.marks[mark.mark]}`).join('; ')}</li>)}</ul>
        </NoticeBox>
      )}
      <p class="t-num">{fill(words.ofItems, { done, total: view.items.length })}</p>
      {SECTIONS.map((section) => (
        <Box key={section} title={terms.sections[section]} flush>
          {view.items.filter((item) => item.section === section).map((item) => {
            const marks = view.stand.marks.get(item.key) ?? []
            const state = marks.length === 0 || view.conflicts.includes(item.key) ? 'todo' : marks[0]!.mark === 'meets' ? 'ok' : marks[0]!.mark === 'fails' ? 'bad' : 'na'
            return (
              <CheckRow key={item.key} state={state} title={itemWords({ view, lang }, item.key)}
                note={marks.length === 0 ? words.unmarked : marks.map((mark) => `${who(mark.accountId)}: ${terms.marks[mark.mark]}${mark.note ? ` – ${mark.note}` : ''}`).join(' · ')} />
            )
          })}
        </Box>
      ))}
      <Box title={words.measurements}>
        {view.stand.measurements.length === 0 ? <p class="t-quiet">{words.none}</p> : <ul>{view.stand.measurements.map((each) => <li key={each.name}>{each.what}: <b class="t-num">{each.value.replace('.', ',')} {terms.units[each.unit]}</b> <span class="t-quiet">({itemWords({ view, lang }, each.item)}; {fill(words.by, { name: who(each.accountId) })})</span></li>)}</ul>}
      </Box>
      <Box title={words.findings}>
        {view.stand.findings.length === 0 ? <p class="t-quiet">{words.none}</p> : <ul>{view.stand.findings.map((each) => <li key={each.name}><b>{terms.gravities[each.gravity]}</b>: {each.text}. {fill(words.remedy, { text: each.remedy })} <span class="t-quiet">({itemWords({ view, lang }, each.item)}; {fill(words.by, { name: who(each.accountId) })})</span></li>)}</ul>}
      </Box>
      <Box title={words.photos}>
        {view.stand.photos.length === 0 ? <p class="t-quiet">{words.none}</p> : (
          <ul>{view.stand.photos.map((each) => (
            <li key={each.name}>
              <a href={`/${lang}/accreditor/surveys/${view.kase.id}/photos/${each.paperId}`}>{each.file}</a>{each.note !== '' && `: ${each.note}`}{' '}
              <span class="t-quiet">({itemWords({ view, lang }, each.item)}; {fill(words.by, { name: who(each.accountId) })}{each.originalSize > each.size && `; ${fill(words.reduced, { from: formatBytes(each.originalSize, lang), to: formatBytes(each.size, lang) })}`})</span>
            </li>
          ))}</ul>
        )}
      </Box>
      {view.log.some((entry) => entry.refused !== null) && (
        <Box title={words.refusedTitle}>
          <ul>{view.log.filter((entry) => entry.refused !== null).map((entry) => <li key={entry.no}>{who(entry.accountId)}: {blockerText(lang, { code: entry.refused! })}</li>)}</ul>
        </Box>
      )}
    </>
  )
}

/** The word of the applicant, and the act as a paper. */
export function ActOutcome({ view, lang }: Shown) {
  const words = surveyText(lang)
  const survey = view.survey
  if (!survey?.answer) return null
  return (
    <NoticeBox tone={survey.answer === 'signed' ? 'green' : 'sun'} title={survey.answer === 'signed' ? words.answer.wasSigned : words.answer.wasRefused}>
      {survey.answerReason !== '' && <p>{fill(words.answer.words, { text: survey.answerReason })}</p>}
      {view.onPaper && (
        <p>
          {fill(words.answer.onPaper, { recipient: view.onPaper.recipient, capacity: view.onPaper.capacity, date: formatDay(view.onPaper.deliveredOn, lang) })}{' '}
          <a href={`/${lang}/accreditation-papers/${view.onPaper.scanId}`}>{words.answer.scan}</a><br />
          <span class="t-quiet">{fill(words.answer.entered, { name: view.onPaper.recordedByName, at: formatMoment(view.onPaper.recordedAt, lang, 'numeric') })}</span>
        </p>
      )}
      {survey.answeredBySurveyor && <p class="t-quiet">{fill(words.by, { name: view.names.get(survey.answeredBy ?? '') ?? '–' })}</p>}
      <p><Button kind="secondary" icon="file" href={`/${lang}/accreditor/surveys/${view.kase.id}/act`}>{words.act}</Button></p>
    </NoticeBox>
  )
}
