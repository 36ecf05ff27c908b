import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { bothDay, bothOf, stamp } from '#platform/pdf/bilingual.ts'
import type { Bilingual, PaperSignature, SurveyActData } from '#platform/pdf/papers.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { SECTIONS, type ChecklistItem } from './domain/checklist.ts'
import { contentOf, type SurveyCase } from './survey-case.ts'
import { qualificationNames, type BothNames } from './qualification-names.ts'

const both = bothOf(messages.kk.survey, messages.ru.survey)
const NOTHING: Bilingual = { kk: '–', ru: '–' }

/** Who signed the printed act for the applicant, as what, and on which day. */
export interface SignedOnPaper {
  recipient: string
  capacity: string
  deliveredOn: Day
}

/**
 * The act of the survey as it is signed: what was seen, measured and found, and the word of the applicant. Not answered yet, it has a line for his
 * signature and room for his remarks.
 */
export async function surveyActPaper(t: Tx, it: SurveyCase, onPaper?: SignedOnPaper): Promise<SurveyActData> {
  const { kase, surveyors } = it
  const survey = it.survey!
  const { items, stand } = await contentOf(t, kase.id)
  const organisation = await people.findOrganisation(t.sql, kase.organisationId)
  const names = await qualificationNames(t, items)
  const nameOf = async (accountId: string | null) => (accountId ? await people.fullNameOf(t, accountId) : undefined) ?? '–'
  const signatures: PaperSignature[] = []
  for (const each of surveyors) {
    signatures.push({ role: both((words) => words.act.surveyor), name: await nameOf(each.accountId), signedAt: each.signedAt ? stamp(each.signedAt) : null, how: both((words) => words.act.signedHow) })
  }
  const role = both((words) => words.act.representative)
  if (!survey.answer) signatures.push({ role, name: '', signedAt: null })
  else if (onPaper) signatures.push({ role, name: `${onPaper.recipient}, ${onPaper.capacity}`, signedAt: formatDay(onPaper.deliveredOn, 'ru', 'numeric'), how: both((words) => words.act.signedOnPaper) })
  else if (survey.answer === 'signed') signatures.push({ role, name: await nameOf(survey.answeredBy), signedAt: stamp(survey.answeredAt!), how: both((words) => words.act.signedHow) })
  return {
    demo: t.demo, number: kase.number ?? '', heldOn: bothDay(survey.heldOn),
    applicant: { name: { kk: organisation?.nameKk ?? '–', ru: organisation?.nameRu ?? '–' }, bin: organisation?.bin ?? '–' },
    asked: [...names.values()],
    sections: SECTIONS.map((section) => ({
      title: both((words) => words.sections[section]),
      rows: items.filter((item) => item.section === section).map((item) => {
        const marks = stand.marks.get(item.key) ?? []
        return { question: both((words) => words.questions[item.question]), of: ofItem(item, names), mark: marks[0] ? both((words) => words.marks[marks[0]!.mark]) : NOTHING, note: notesOf(marks) }
      }),
    })),
    measurements: stand.measurements.map((each) => ({ item: itemName(each.item, items), what: each.what, value: each.value.replace('.', ','), unit: both((words) => words.units[each.unit]) })),
    findings: stand.findings.map((each) => ({ text: each.text, gravity: both((words) => words.gravities[each.gravity]), remedy: each.remedy })),
    photos: stand.photos.map((each) => ({ name: each.file, note: each.note })),
    answer: survey.answer && {
      signed: survey.answer === 'signed', words: survey.answerReason, recordedBy: survey.answeredBySurveyor ? await nameOf(survey.answeredBy) : null,
      enteredBy: onPaper ? `${await nameOf(survey.answeredBy)}, ${stamp(survey.answeredAt!)}` : null,
    },
    signatures,
  }
}

function notesOf(marks: readonly { note: string }[]): string {
  return [...new Set(marks.map((each) => each.note).filter((note) => note !== ''))].join('; ')
}
function ofItem(item: ChecklistItem, names: BothNames): Bilingual | null {
  return item.professionCode === null ? null : names.get(`${item.professionCode}/${item.level}`) ?? null
}
function itemName(key: string, items: readonly ChecklistItem[]): Bilingual {
  const item = items.find((each) => each.key === key)
  return item ? both((words) => words.questions[item.question]) : NOTHING
}
