import { almatyTime } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothDay, bothOf, stamp } from '#platform/pdf/bilingual.ts'
import type { Bilingual, ProtocolData } from '#platform/pdf/papers.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import type { FailGround, Outcome } from './domain/ground.ts'
import { messages } from './messages/index.ts'
import type { Member } from './panel-members.ts'

const both = bothOf(messages.kk.protocol, messages.ru.protocol)

export interface Held {
  number: string
  outcome: Outcome
  ground: FailGround | null
  members: readonly Member[]
  exam: exams.ExamFacts
}

/** The protocol of the day: both stages, what was held against the candidate, conditions applied, votes and conclusion. */
export async function protocolPaper(t: Tx, kase: casework.CaseFile, held: Held): Promise<ProtocolData> {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  const scope = await centres.scopeSince(t, kase)
  const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
  const person = await people.getPerson(t, kase.personId)
  const application = await applications.getApplication(t, kase.id)
  const attempt = (await exams.currentAttempt(t, kase.id))!
  const programme = await programmes.getProgrammeVersion(t.sql, attempt.programmeVersionId)
  const norms = await casework.normsOf(t, kase)
  const { theory, practice } = held.exam
  const day = (await exams.lastStageHeldOn(t, attempt.id)) ?? t.today
  const names = await people.namesOf(t, [...held.exam.assessorIds, ...(practice?.setAside.flatMap((each) => [each.assessorId, ...(each.successorId ? [each.successorId] : [])]) ?? [])])
  const steps = new Map(programme.content.map.steps.map((step) => [step.no, step]))
  const offUnder = await proctoring.signalsOffUnder(t, kase, attempt.id)
  const began = theory?.startedAt ?? practice?.startedAt
  const ended = practice?.endedAt ?? theory?.endedAt
  return {
    demo: t.demo, number: held.number, heldOn: bothDay(day), place: { kk: centre.address.kk, ru: centre.address.ru },
    startedAt: began ? almatyTime(began) : '—', endedAt: ended ? almatyTime(ended) : '—',
    centre: scope ? centres.paperCentre(centre, scope) : { name: { kk: centre.name.kk, ru: centre.name.ru }, bin: centre.bin ?? '—', certificate: { kk: '—', ru: '—' } },
    candidate: { name: personName(application, 'kk', 'full'), iin: `••••••••${person.iinLastFour}` },
    attempt: { kk: fill(messages.kk.protocol.attempt, { n: attempt.number }), ru: fill(messages.ru.protocol.attempt, { n: attempt.number }) },
    qualification: professions.paperQualification(profession, kase.level!),
    programme: { kk: `${programme.content.title.kk}, v${programme.versionNo}`, ru: `${programme.content.title.ru}, v${programme.versionNo}` },
    mode: both((words) => words[applications.examPlaceOf(application.examMode, programmes.practiceModesOf(programme.content), attempt.stages)]), examLanguage: both((words) => words.languages[application.examLanguage]),
    accommodations: (await applications.listAccommodations(t, kase.id)).filter((each) => each.answer === 'granted').map((each) => {
      const off = offUnder(each.kind)
      const line = (lang: 'kk' | 'ru'): string => {
        const words = messages[lang].protocol
        return `${words.accommodations[each.kind]}${each.extraPercent ? ` +${each.extraPercent} %` : ''}${off.length > 0 ? fill(words.signalsOff, { list: off.map((kind) => exams.incidentWords(lang)[kind]).join(', ').toLowerCase() }) : ''}`
      }
      return { kk: line('kk'), ru: line('ru') }
    }),
    theory: theory ? { questions: theory.total, correct: theory.correct, needed: Math.floor((normNumber(norms, 'theory.passPercent') * theory.total) / 100) + 1, threshold: normNumber(norms, 'theory.passPercent'), passed: theory.passed } : null,
    practice: practice ? {
      task: { kk: programme.content.map.title.kk, ru: programme.content.map.title.ru }, passed: practice.passed, assessors: held.exam.assessorIds.map((id) => names.get(id) ?? ''),
      steps: practice.steps.map((step) => ({
        number: String(step.no), operation: { kk: steps.get(step.no)?.operation.kk ?? '', ru: steps.get(step.no)?.operation.ru ?? '' },
        criterion: { kk: steps.get(step.no)?.criterion.kk ?? '', ru: steps.get(step.no)?.criterion.ru ?? '' }, done: step.done,
        // Where one person marked, his note says it; where two did, each is named with his mark.
        ...(step.assessorIds.length > 1 ? { said: saidOf(step, names) } : step.note ? { note: step.note } : {}), ...(step.photos.length > 0 ? { photos: step.photos } : {}), ...(step.videos.length > 0 ? { videos: step.videos } : {}),
      })),
      ...agreementOf(practice.steps), sheets: practice.accepted.map((sheet) => ({ name: names.get(sheet.assessorId) ?? '', at: stamp(sheet.at) })),
      ...(practice.setAside.length > 0 ? { setAside: practice.setAside.map((each) => ({ name: names.get(each.assessorId) ?? '', ground: both((words) => words.setAside[each.ground]), at: stamp(each.setAsideAt), successor: each.successorId ? names.get(each.successorId) ?? '' : '' })) } : {}),
      ...(practice.work ? { work: workOf(practice.work) } : {}),
      ...(practice.skills.length > 0 ? { skills: practice.skills.map((each) => ({ skill: { kk: each.skill.kk, ru: each.skill.ru }, steps: each.steps.join(', '), done: each.done, of: each.steps.length, held: each.held })) } : {}),
    } : null,
    violations: held.exam.violations.map((violation) => ({
      at: stamp(violation.recordedAt), nature: { kk: violation.note, ru: violation.note }, measure: both((words) => measureOf(violation, words)),
    })),
    votes: held.members.filter((member) => member.choice !== null).map((member) => ({
      name: personName(member, 'kk', 'initials'), role: both((words) => (member.chair ? words.chair : words.member)), vote: both((words) => words.choices[member.choice!]),
    })),
    conclusion: conclusionOf(held), recording: await recordedOf(t, held.exam, attempt.id),
    signatures: held.members.map((member) => ({ role: both((words) => (member.chair ? words.chair : words.member)), name: personName(member, 'kk', 'initials'), signedAt: member.votedAt ? stamp(member.votedAt) : null })),
  }
}

function conclusionOf({ outcome, ground, exam }: Held): Bilingual {
  const notLetIn = ground === 'NOT_LET_IN' ? exam.noShow?.notLetIn : undefined
  const line = (lang: 'kk' | 'ru') => {
    const words = messages[lang].protocol
    return outcome === 'pass' ? words.passed : [words.failed, words.grounds[ground!], ...(notLetIn ? [exams.whyNotLetIn(lang, notLetIn)] : [])].join(' ')
  }
  return { kk: line('kk'), ru: line('ru') }
}

/** Which stages were recorded, each in the attempt in which it was held; null where none was. */
async function recordedOf(t: Tx, { theory, practice }: exams.ExamFacts, attemptId: string): Promise<Bilingual | null> {
  const found: Stage[] = []
  for (const [stage, held] of [['theory', theory], ['practice', practice]] as const) if (await proctoring.isRecorded(t, held?.attemptId ?? attemptId, stage)) found.push(stage)
  return found.length === 0 ? null : both((words) => fill(words.recorded, { stages: found.map((stage) => words.stages[stage]).join(', ') }))
}

/** What followed from a violation; where each stage counts by itself, of which it was. */
function measureOf({ ordinal, countedIn }: exams.ExamFacts['violations'][number], words: (typeof messages)['kk']['protocol']): string {
  const measure = ordinal === 1 ? words.warning : words.removal
  return countedIn === 'attempt' ? measure : `${measure} (${words.stages[countedIn]})`
}

type Marked = NonNullable<exams.ExamFacts['practice']>['steps'][number]

function saidOf(step: Marked, names: ReadonlyMap<string, string>) {
  return [...step.marks.map((mark) => ({ ...mark, verdict: false })), ...step.verdicts.map((verdict) => ({ ...verdict, verdict: true }))]
    .map(({ assessorId, done, note, verdict }) => ({ name: names.get(assessorId) ?? '', done, note, verdict }))
}

/** The candidate's own part of a practice on line: minutes with what was given back, how it ended, every file with its digest and when it came. */
function workOf(work: exams.WorkFacts): NonNullable<NonNullable<ProtocolData['practice']>['work']> {
  return {
    minutes: work.minutes + Math.round(work.secondsAdded / 60), end: both((words) => words.workEnds[work.endKind]), at: stamp(work.endedAt),
    files: work.files.map(({ name, sha256, receivedAt, replaced }) => ({ name, sha256, replaced, at: stamp(receivedAt) })),
  }
}

function agreementOf(steps: readonly Marked[]): { agreement?: { alike: number; of: number } } {
  const both = steps.filter((step) => step.marks.length > 1)
  return both.length === 0 ? {} : { agreement: { of: both.length, alike: both.filter((step) => step.marks.every((mark) => mark.done === step.marks[0]!.done)).length } }
}
