import { legalDay } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatTenge, personName, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothDay, bothOf, stamp } from '#platform/pdf/bilingual.ts'
import type { AppealDecisionData, Bilingual, ComplaintAnswerData, PaperContact, PaperSignature, Written } from '#platform/pdf/papers.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import type { AppealOutcome } from './domain/appeal.ts'
import type { Finding } from './domain/complaint.ts'
import { messages } from './messages/index.ts'
import type { ChallengedDecision, PanelMember } from './neighbours.ts'
import type { Appeal } from './store/appeal-store.ts'
import type { Complaint } from './store/complaint-store.ts'

const both = bothOf(messages.kk.paper, messages.ru.paper)
function bothFilled(pick: (words: (typeof messages)['kk']['paper']) => string, values: (lang: 'kk' | 'ru') => Record<string, string>): Bilingual {
  return { kk: fill(pick(messages.kk.paper), values('kk')), ru: fill(pick(messages.ru.paper), values('ru')) }
}
/** Text of a person in the one language in which it was written; Kazakh letters tell it from Russian, and on a paper both columns may show it. */
function written(text: string, lang: string): Written {
  return lang === 'ru' ? { ru: text } : { kk: text }
}
function lines(text: string): Bilingual[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => ({ kk: line, ru: line }))
}

async function centreOnPaper(t: Tx, centreId: string) {
  const centre = await centres.getCentre(t.sql, centreId)
  const certificate = await centres.findCertificateOfDay(t.sql, centreId, t.today)
  const paper = centres.paperCentre(centre, { number: certificate?.number ?? '—', validUntil: certificate?.validUntil ?? t.today })
  const contact: PaperContact = { who: { kk: centre.name.kk, ru: centre.name.ru }, lines: [centre.phone, centre.email, centre.site].filter(Boolean).join(', ') }
  return { paper, contact }
}
function accountName(names: ReadonlyMap<string, string>, id: string | null | undefined): string {
  return (id ? names.get(id) : undefined) ?? '—'
}

export interface DecidedAppeal {
  kase: CaseFile
  parent: CaseFile
  appeal: Appeal
  challenged: ChallengedDecision
  members: readonly PanelMember[]
  outcome: AppealOutcome
  again: readonly Stage[]
  /** What the stages held again cost; 0: nothing. */
  againPrice: number
  /** The theory is passed and the practice, which was never sat, is next. */
  practiceNext: boolean
  reasons: string
  /** Of an appeal that came after its term: whether the panel restored it. */
  termRestored: boolean | null
  /** Number of the appeal that was rejected before, on the paper of the second one. */
  first: string | undefined
  /** Working days in which the candidate may appeal once more; undefined where he may not. */
  secondDays: number | undefined
}

/** The decision on an appeal: what was argued, what was looked at, how it was voted, why, and what follows. */
export async function appealDecisionPaper(t: Tx, facts: DecidedAppeal): Promise<AppealDecisionData> {
  const { kase, parent, appeal, challenged, members, outcome, again, againPrice, practiceNext, reasons, termRestored, first, secondDays } = facts
  const centre = await centreOnPaper(t, kase.centreId)
  const person = await people.getPerson(t, kase.personId)
  const profession = await professions.getProfessionVersion(t.sql, parent.professionVersionId!)
  const names = await people.namesOf(t, members.map((member) => member.accountId))
  const role = (member: PanelMember): Bilingual => both((words) => (member.chair ? words.chair : words.member))
  const stages = (lang: 'kk' | 'ru') => again.map((stage) => messages[lang].stages[stage]).join(', ')
  const consequences: Record<AppealOutcome, Bilingual[]> = {
    'upheld-pass': [both((words) => words.newDecision), both((words) => words.documentFollows)],
    'upheld-again': practiceNext ? [both((words) => words.practiceNext), both((words) => words.newNotice)] : againPrice === 0
      ? [{ kk: fill(messages.kk.paper.againFree, { stages: stages('kk') }), ru: fill(messages.ru.paper.againFree, { stages: stages('ru') }) }, both((words) => words.newNotice)]
      : [{ kk: fill(messages.kk.paper.againPaid, { stages: stages('kk'), price: formatTenge(againPrice, 'kk') }), ru: fill(messages.ru.paper.againPaid, { stages: stages('ru'), price: formatTenge(againPrice, 'ru') }) }, both((words) => words.noticeOnceAccepted)],
    rejected: [secondDays === undefined ? both((words) => words.stands) : bothFilled((words) => words.standsForNow, (lang) => ({ days: termDays(secondDays, lang) }))],
  }
  const signatures: PaperSignature[] = members.map((member) => ({
    role: role(member), name: accountName(names, member.accountId), signedAt: member.votedAt ? stamp(member.votedAt) : null, how: both((words) => words.signedHow),
  }))
  return {
    demo: t.demo, number: kase.number, decidedOn: bothDay(t.today), centre: centre.paper, candidate: { name: personName(person, 'kk', 'full'), iin: `•••• •••• ${person.iinLastFour}` },
    qualification: professions.paperQualification(profession, parent.level ?? 0), appeal: { number: kase.number, lodgedOn: bothDay(legalDay(appeal.lodgedAt)) },
    challenged: { number: challenged.number, decidedOn: bothDay(challenged.decidedOn) }, arguments: written(appeal.ground, t.lang),
    examined: [both((words) => words.examinedCase), both((words) => words.examinedProtocol), both((words) => words.examinedAppeal), ...(first === undefined ? [] : [bothFilled((words) => words.examinedFirst, () => ({ number: first }))])],
    votes: members.filter((member) => member.choice).map((member) => ({ name: accountName(names, member.accountId), role: role(member), vote: both((words) => words.votes[member.choice!]) })),
    upheld: outcome !== 'rejected', outcome: both((words) => words.outcomes[practiceNext ? 'practice-next' : outcome]), reasons: written(reasons, t.lang), consequences: [...(termRestored === null ? [] : [both((words) => (termRestored ? words.termRestored : words.termNotRestored))]), ...consequences[outcome]],
    complaint: centre.contact, signatures,
  }
}

/** The answer to a complaint: what was found, the answer, what was done, where to go next. */
export async function complaintAnswerPaper(t: Tx, kase: CaseFile, complaint: Complaint, given: { finding: Finding; answer: string; measures: string; answeredBy: string }): Promise<ComplaintAnswerData> {
  const centre = await centreOnPaper(t, kase.centreId)
  const person = await people.getPerson(t, kase.personId)
  const names = await people.namesOf(t, [given.answeredBy])
  return {
    demo: t.demo, number: kase.number, answeredOn: bothDay(t.today), centre: centre.paper, complainant: { name: personName(person, 'kk', 'full') },
    complaint: { number: kase.number, lodgedOn: bothDay(legalDay(complaint.lodgedAt)), subject: { kk: messages.kk.subjects[complaint.subject], ru: messages.ru.subjects[complaint.subject] } },
    finding: { kk: messages.kk.findings[given.finding], ru: messages.ru.findings[given.finding] }, answer: written(given.answer, t.lang), measures: lines(given.measures),
    further: { who: both((words) => words.further), lines: `${t.publicUrl.replace(/^https?:\/\//, '')}/kk/complaint` },
    signatures: [{ role: both((words) => words.answeredBy), name: accountName(names, given.answeredBy), signedAt: stamp(t.now), how: both((words) => words.signedHow) }],
  }
}
