import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { MARKS, type Mark } from '#kernel/mark.ts'
import { NOTICE_READINGS } from '#kernel/deadline-rule.ts'
import type { Norm, NormEdition, NormValue } from '#kernel/norms.ts'

export interface Proposal {
  key: string
  value: NormValue
  mark: string
  source: { kk: string; ru: string }
  ground: string
  validFrom: Day
}

export function isMark(text: string): text is Mark {
  return (MARKS as readonly string[]).includes(text)
}

/** What the candidate's computer may notice. */
const SIGNALS = [
  'no-face', 'several-faces', 'looking-away', 'phone-in-view', 'speech', 'page-left', 'second-screen', 'copy', 'paste', 'full-screen-left', 'device-changed', 'line-lost', 'camera-lost', 'microphone-lost', 'weak-computer',
] as const

/** What may be granted to a candidate and lets the watch err; a large print or a ramp has nothing to do with it. */
const CONDITIONS = ['assistant', 'tics', 'covered-face', 'glasses', 'other'] as const

/** Norms that are a list of known words, for a desk that names them. */
const LISTS = {
  'violation.grounds': ['forbidden-item', 'communication', 'outside-help', 'disturbance', 'left-place', 'false-identity', 'other'],
  'admission.notLetInGrounds': ['no-document', 'document', 'face-differs', 'not-shown', 'room', 'other'],
  'proctoring.offInPractice': SIGNALS,
  'document.annulmentGrounds': ['appeal', 'forged-papers', 'court'],
} as const

/** Pairs of a word and a number in any order, each word once. */
function pairsOf(pair: string): RegExp {
  return new RegExp(`^(?!(?:.* )?([^ :]+):\\S+ (?:.* )?\\1:)(?:${pair})(?: (?:${pair}))*$`)
}

/** What fits, one after another in any order, each once. */
function onceEach(fits: string): RegExp {
  return new RegExp(`^(?!(?:.* )?(\\S+) (?:.* )?\\1(?: |$))(?:${fits})(?: (?:${fits}))*$`)
}

/** Some of these words in any order, each once. */
function listOf(words: readonly string[]): RegExp {
  return onceEach(words.join('|'))
}

/** Norms in words that the program can follow when they change; all others in words stand as the program was written. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  'payment.requiredBefore': /^notification$/, 'panel.quorum': /^[1-9]\d?\/[1-9]\d?$/, 'notice.reading': new RegExp(`^(${NOTICE_READINGS.join('|')})$`), 'deadline.hardStops': /^T\d{1,2}( T\d{1,2})*$/,
  'document.remindDaysBefore': /^[1-9]\d{0,2}( [1-9]\d{0,2})*$/, 'accreditation.remindDaysBefore': /^[1-9]\d{0,2}( [1-9]\d{0,2})*$/,
  'deadline.T11.length': /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])( (0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8]))*$/,
  'deadline.electronicActsUntil': /^((0[1-9]|1\d|2[0-3]):[0-5]\d|24:00)$/, 'deadline.T2.start': /^contract-(concluded|paid)$/, 'deadline.T4.start': /^(last-stage-held|candidate-finished)$/, 'deadline.T4.startAfterNoShow': /^(appointed-day|no-show-recorded)$/, 'deadline.T4.startAfterRemoval': /^(removal|review-ended)$/,
  'deadline.T8.length': /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/,
  'accreditation.commissionQuorum': /^[1-9]\d?\/[1-9]\d?$/, 'accreditation.agreement.silence': /^(agreed|refused)$/,
  'accreditation.keptPapers': /^(registration|premises|staff)( (registration|premises|staff)){0,2}$/,
  'document.annulmentGrounds': listOf(LISTS['document.annulmentGrounds']), 'breakdown.theory': /^(goes-on|anew)$/,
  'panel.majority': /^(simple|absolute)$/, 'proctoring.repeats': pairsOf(`(?:${SIGNALS.join('|')}):[1-9]\\d?`), 'proctoring.offInPractice': listOf(SIGNALS),
  'proctoring.offByCondition': onceEach(`(?:${CONDITIONS.join('|')}):(?:${SIGNALS.join('|')})`),
  // What happens at once, such as a copy, has no length: a time for it would silence it.
  'proctoring.otherSeconds': pairsOf('(?:second-screen|full-screen-left|line-lost|camera-lost|microphone-lost):(?:0|[1-9]\\d{0,2})|(?:copy|paste|device-changed|weak-computer):0'),
  'document.languages': /^kk ru( en)?$/,
  'appeal.body': /^panel-of-(centre|other-centres)$/, 'appeal.secondInstance': /^(none|panel-of-other-centres)$/,
  'proctoring.coveredFaceComparison': /^(closed-moment|as-everybody)$/, 'practice.disagreement': /^(joint|third)$/,
  'employer.ownCentre': /^(refuse|with-note|with-other-examiners|allowed)$/, 'employer.remindDaysBefore': /^[1-9]\d{0,2}( [1-9]\d{0,2})*$/,
  'retake.price': /^(published-list|first-free|half-of-list)$/, 'violation.scope': /^(attempt|stage)$/, 'violation.grounds': listOf(LISTS['violation.grounds']), 'admission.notLetInGrounds': listOf(LISTS['admission.notLetInGrounds']),
  'violation.automaticKinds': /^(second-workstation|page-left|second-workstation page-left)$/, 'proctoring.automaticEnd': /^(immediate|after-human-look-within-[1-9]\d{0,2}-minutes)$/,
  'openData.licence': /^CC(0-1|-BY-4)\.0$/,
  'voucher.lapsedPayer': /^(candidate-if-agrees|at-centre-cost)$/, 'voucher.remindDaysBefore': /^[1-9]\d?( [1-9]\d?)*$/,
  'application.papersWithoutBasis': /^(education|work|education work)$/,
}

/**
 * Norms that the program has built in: they are shown, for people are owed them,
 * but a new value would change nothing, and a desk that took it would say what is not so.
 *
 * First events of terms (`deadline.T*.start`) without a shape above have one value, for there is no second moment from which the term could rightly run:
 * T1: what meets a wall is never registered, so that an application is whole on the day of its registration, a paper on the day on which it came.
 * T5: the members have signed by their votes, and the protocol is made in the act of the decision: one moment.
 * T6: by the law a complaint runs from the day on which its person learned of the act; from the decision, or the issue of a paper that lies in the centre, the right could end before he knows.
 * T12: the only later moment is the calling of the panel, and whoever is bound by the term would begin it by his own act.
 * T13: a request that waits for a place is answered too, if by a refusal; a term that began with the place would leave it without an answer.
 * T14: a complaint is registered in the act by which it is lodged, a paper with its day of receipt. T15: a contract that is sent lies in the account at that moment.
 * T3, T7–T11: fixed by the slides [S], the news [N] or the Law [L].
 * `scheduling.newDateFreeAfterCentreFault`: the contract says that its price does not change in its term, and that all of it goes back where the centre is at fault that the service is not given. A new date
 * after such a fault is the service that was paid for and not given yet: a price for it would be paid for nothing, and no source sets one.
 * Vouchers, `voucher.noShowCountsAsUsed`: *used* is an exam that was held, with its attempt and the price that is settled, and the counter of those who went through; an absence is neither.
 * An absence may still be excused by an illness, for which the Law extends the voucher (Art. 28(3)), and a voucher that is spent never comes back.
 * `voucher.returnAnnulledToQuota`: a taken place keeps its voucher for ever, which is why what a plan gives is what was issued, is reserved and is free; one place given twice would let the issued pass
 * the plan. Places are added by a revision of the national plan, by two people, with its ground.
 * `quota.requireTransfer`: without it a region would issue more than its plan; that no voucher is committed without a place of its region is a constraint of the database.
 * `centreLoss.mode`: each open case is listed with the centre to which it could go, proposed at once, and one act of the ministry moves those it confirms. A move without it would show a whole file to a centre
 * that neither candidate nor ministry chose and end a signed contract, for a suspension that may be lifted the next day, when the case goes on where it stood (ADR 0016).
 * `application.language`: the Law on languages makes Kazakh and Russian those of every paper here, and a refusal, a contract and a protocol answer in the language of the application; what is sent from the English
 * pages is registered in Kazakh, and its pages and letters stay English. Neither of the two may be left out, and no clerk is bound to examine a third.
 *
 * `document.annulmentNeedsPeople`: one proposes with a ground, and another confirms who is bound by no order of the first: that is what two people guard against, and the task of the platform
 * names the number. A third would guard nothing more: on an appeal its panel has voted already, a decision of a court binds whoever annuls, and meanwhile a false document stands longer.
 *
 * `complaint.answeredBy`: the centre answers, and chamber and national body see complaint and answer. Only the centre can answer for what it did and put it right. The chamber
 * sees neither the case nor its papers, from which a complaint is answered; ministry and national body hear whoever is not satisfied, and would have answered before.
 *
 * `calendar.week`: the calendar is one for everybody and has versions of its own, a norm belongs to a case: one Saturday would be worked for one candidate of a sitting and off for
 * the other. A six-day week comes as a version of the calendar whose Saturdays are named as worked (ADR 0050).
 */
const BUILT_IN = new RegExp(`^(${[
  'voucher\\.(?!(coversRetake|extensionMostDays|extendForIncapacity|extendForCentreFault|settlementPaidWithinDays|lapsedPayer|lapseAnswerDays|remindDaysBefore|lastFilingDayInclusive)$).*', 'quota\\..*', 'retention\\.registerForEver', 'scheduling\\..*',
  'notice\\.(candidateMayWaive|newDateIsNewNotification)', 'theory\\.unansweredCounts',
  // Every text that a candidate reads says it as the slides do: the first violation is a warning, the repeated one ends the exam [S].
  'violation\\.endsExamAt', 'exam\\.workstationAllowed',
  'accreditation\\.extension\\.survey', 'document\\.annulmentNeedsPeople',
].join('|')})$`)

/** The few values that a norm in words may have, for a desk that lets one be picked instead of typed; undefined: any that fit. */
export function choicesOf(key: string): readonly string[] | undefined {
  return CHOICES[key]
}
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'application.papersWithoutBasis': ['education', 'work', 'education work'], 'accreditation.agreement.silence': ['agreed', 'refused'], 'violation.automaticKinds': ['second-workstation', 'page-left', 'second-workstation page-left'], 'openData.licence': ['CC0-1.0', 'CC-BY-4.0'],
  'proctoring.coveredFaceComparison': ['closed-moment', 'as-everybody'], 'breakdown.theory': ['goes-on', 'anew'], 'deadline.T2.start': ['contract-concluded', 'contract-paid'], 'deadline.T4.start': ['last-stage-held', 'candidate-finished'], 'deadline.T4.startAfterNoShow': ['appointed-day', 'no-show-recorded'], 'deadline.T4.startAfterRemoval': ['removal', 'review-ended'], 'panel.majority': ['simple', 'absolute'],
  'retake.price': ['published-list', 'first-free', 'half-of-list'], 'violation.scope': ['attempt', 'stage'], 'appeal.body': ['panel-of-centre', 'panel-of-other-centres'], 'appeal.secondInstance': ['none', 'panel-of-other-centres'],
  'document.languages': ['kk ru', 'kk ru en'],
  'voucher.lapsedPayer': ['candidate-if-agrees', 'at-centre-cost'], 'employer.ownCentre': ['refuse', 'with-note', 'with-other-examiners', 'allowed'],
}

/** The words that a norm of pairs may have, each with a number after a colon; undefined: it is no such norm. */
export function pairWordsOf(key: string): readonly string[] | undefined {
  return key === 'proctoring.repeats' ? SIGNALS : key === 'proctoring.otherSeconds' ? SIGNALS.filter((kind) => !OWN_SECONDS.test(kind)) : undefined
}
const OWN_SECONDS = /^(no-face|several-faces|looking-away|phone-in-view|speech|page-left)$/

/** The conditions and the signals that a norm of both may pair; undefined: it is no such norm. */
export function conditionWordsOf(key: string): { conditions: readonly string[]; signals: readonly string[] } | undefined {
  return key === 'proctoring.offByCondition' ? { conditions: CONDITIONS, signals: SIGNALS } : undefined
}

/** The words that a list norm may have; undefined: it is no such list. */
export function wordsOf(key: string): readonly string[] | undefined {
  return (LISTS as Readonly<Record<string, readonly string[]>>)[key]
}

/** True when the desk may change this norm and the program follows. */
export function isEditable(norm: Norm): boolean {
  return !isBuiltIn(norm)
}

/** True when the program follows only the value that stands: the pages say so beside it, and no desk takes another one (ADR 0010). */
export function isBuiltIn(norm: Norm): boolean {
  return BUILT_IN.test(norm.key) || (typeof norm.value === 'string' && SHAPES[norm.key] === undefined)
}

/** Norms whose absence has a meaning of its own: nothing is deleted, nobody is barred. They may be taken away again, and none of them is nought. */
export function mayBeUnset(key: string): boolean {
  return /^(retention\.(fileYears|draftDays|quarantineDays|signInDays|deviceDays)|violation\.banAfterRemoval|application\.papersWithoutBasis)$/.test(key)
}

/** Counts of which nought would bar everybody. */
function neverNought(key: string): boolean {
  return key === 'application.openCasesPerQualification' || key === 'appeal.perDecision'
}

/** The value that was typed, in the type of the norm as it stands; undefined when it is none of that type. Nothing typed means: not set. */
export function readValue(typed: string, norm: Norm): NormValue | undefined {
  const { value: before, unit } = norm
  const text = typed.trim()
  if (text === '') return null
  if (typeof before === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  const isNumber = typeof before === 'number' || (before === null && unit !== undefined && unit !== 'date')
  if (!isNumber) return SHAPES[norm.key]?.test(text) ? text : undefined
  if (!/^\d{1,9}$/.test(text) || (Number(text) === 0 && (mayBeUnset(norm.key) || neverNought(norm.key)))) return undefined
  return Number(text)
}

/**
 * Why this change cannot be proposed: it acts only forward, never before an edition that is already approved, it says where it comes
 * from and why, and it changes something. A running term keeps the edition of its case.
 */
export function proposalBlockers(proposal: Proposal, newest: NormEdition, today: Day): Blocker[] {
  const norm = newest.norms.find((each) => each.key === proposal.key)
  if (!norm || !isEditable(norm)) return [{ code: 'norms.unknown' }]
  const blockers: Blocker[] = []
  if (proposal.validFrom <= today) blockers.push({ code: 'norms.acts-backwards', data: { field: 'validFrom', today } })
  else if (proposal.validFrom < newest.validFrom) blockers.push({ code: 'norms.before-a-later-edition', data: { field: 'validFrom', validFrom: newest.validFrom } })
  if (!isMark(proposal.mark)) blockers.push({ code: 'norms.mark-missing', data: { field: 'mark' } })
  if (proposal.source.kk.trim() === '' || proposal.source.ru.trim() === '') blockers.push({ code: 'norms.source-missing', data: { field: 'sourceKk' } })
  if (proposal.ground.trim() === '') blockers.push({ code: 'norms.ground-missing', data: { field: 'ground' } })
  if (proposal.value === norm.value) blockers.push({ code: 'norms.nothing-changes', data: { field: 'value' } })
  // What the rules always need cannot be taken away; only what was never set may stay unset.
  if (proposal.value === null && norm.value !== null && !mayBeUnset(norm.key)) blockers.push({ code: 'norms.value-missing', data: { field: 'value' } })
  return [...blockers, ...sourceBlockers(proposal.key, proposal.value)]
}

/** Values that the program could follow and the slides or the law do not allow, with the reason. */
function sourceBlockers(key: string, value: NormValue): Blocker[] {
  const lacks = (word: string) => !String(value).split(' ').includes(word)
  if (key === 'violation.grounds' && lacks('forbidden-item')) return [{ code: 'norms.forbidden-items-stay', data: { field: 'value' } }]
  if (key === 'document.annulmentGrounds' && lacks('court')) return [{ code: 'norms.court-stays', data: { field: 'value' } }]
  return []
}

/** Norms that are one number under two names: they change together. */
const TWINS: Readonly<Record<string, string>> = { 'notice.wholeDays': 'deadline.T3.length', 'deadline.T3.length': 'notice.wholeDays' }

/** The edition that comes of an approved change: the newest one with this norm in its new form. */
export function editionOf(proposal: Proposal, newest: NormEdition, name: string): NormEdition {
  return {
    edition: name, validFrom: proposal.validFrom,
    norms: newest.norms.map((norm) => (norm.key === proposal.key || norm.key === TWINS[proposal.key]
      ? { ...norm, value: proposal.value, mark: proposal.mark as Mark, source: { kk: proposal.source.kk.trim(), ru: proposal.source.ru.trim(), en: proposal.source.ru.trim() } } : norm)),
  }
}

/** The newest edition with one value tried, to be looked at and thrown away; undefined when the rules could not read it. */
export function trialEdition(newest: NormEdition, key: string, value: NormValue): NormEdition | undefined {
  const tried = { ...newest, norms: newest.norms.map((norm) => (norm.key === key || norm.key === TWINS[key] ? { ...norm, value } : norm)) }
  try {
    return parseNormEdition(JSON.parse(JSON.stringify(tried)))
  } catch {
    return undefined
  }
}

/** A name that no edition has: the month of its first day, then with a number. */
export function nameOf(validFrom: Day, taken: readonly string[]): string {
  const month = validFrom.slice(0, 7)
  if (!taken.includes(month)) return month
  let n = 2
  while (taken.includes(`${month}-${n}`)) n++
  return `${month}-${n}`
}

/** A norm without a value whose unit a newer platform knows and the stored edition does not: without a unit no desk could give it a number. */
export function unitsLearnt(edition: NormEdition, own: NormEdition): Norm[] {
  return edition.norms.flatMap((norm) => {
    const unit = norm.value === null && norm.unit === undefined ? own.norms.find((each) => each.key === norm.key)?.unit : undefined
    return unit === undefined ? [] : [{ ...norm, unit }]
  })
}

/** What the platform's own edition has and another has not, in the platform's order. */
export function missingNorms(edition: NormEdition, own: NormEdition): Norm[] {
  const known = new Set(edition.norms.map((norm) => norm.key))
  return own.norms.filter((norm) => !known.has(norm.key))
}
