import type { Day, Moment } from '#kernel/day.ts'
import { legalDay } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { deadlineRule, normNumber, normNumberOr, type NormEdition } from '#kernel/norms.ts'
import { countsByStage } from '#kernel/violation-count.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothDay, bothOf, stamp } from '#platform/pdf/bilingual.ts'
import type { ApplicationData, Bilingual, ContractData, PaperCentre, PaperContact, PaperQualification, PaperSignature, RefusalData } from '#platform/pdf/papers.ts'
import { notificationWaitsForPayment } from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { practiceModesOf, type ProgrammeVersion } from '#modules/programmes/index.ts'
import { messages } from './messages/index.ts'
import { examPlaceOf } from './domain/draft.ts'
import { listedByRule, retakePriceRule, stageAgainIsFree } from './domain/retake.ts'
import { modesAllowed } from './facts.ts'
import { retakeRuleOnPaper } from './retake-price.ts'
import type { Application } from './store/application-store.ts'
import type { Contract, Refusal } from './store/contract-store.ts'

type PaperWords = (typeof messages)['kk']['paper']

/** A sentence of the catalogue in both languages of a paper. */
const both = bothOf(messages.kk.paper, messages.ru.paper)

/** What every paper of stage 1 begins with. */
export interface PaperFrame {
  centre: PaperCentre
  city: Bilingual
  signatory: string
  candidate: { name: string; iin: string }
  qualification: PaperQualification
  complaint: PaperContact
}

/** Reads the parties of a case as they stand on a paper; the IIN stays masked, because a paper is kept in the clear. */
export async function paperFrame(t: Tx, kase: CaseFile, application: Application): Promise<PaperFrame> {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  const scope = await centres.scopeSince(t, kase)
  const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
  const person = await people.getPerson(t, kase.personId)
  const head = await people.findHolder(t.sql, { organisationId: kase.centreId, role: 'centre-head', on: t.today })
  return {
    centre: scope ? centres.paperCentre(centre, scope) : { name: { kk: centre.name.kk, ru: centre.name.ru }, bin: centre.bin ?? '—', certificate: { kk: '—', ru: '—' } },
    city: { kk: centre.address.kk.split(',')[0]!, ru: centre.address.ru.split(',')[0]! },
    signatory: head ? personName(head, 'kk', 'full') : t.actor.kind === 'person' ? t.actor.name : '',
    candidate: { name: personName(application, 'kk', 'full'), iin: `••••••••${person.iinLastFour}` },
    qualification: professions.paperQualification(profession, kase.level!),
    complaint: { who: { kk: centre.name.kk, ru: centre.name.ru }, lines: [centre.phone, centre.email, centre.site].filter(Boolean).join(', ') },
  }
}

function byCentre(frame: PaperFrame, at: Moment): PaperSignature {
  return { role: both((w) => w.centreRole), name: frame.signatory, signedAt: stamp(at), how: both((w) => w.inPlatform) }
}
function byCandidate(frame: PaperFrame, at: Moment | null): PaperSignature {
  return { role: both((w) => w.candidateRole), name: frame.candidate.name, signedAt: at && stamp(at), how: both((w) => w.inAccount) }
}

export interface ContractPaper {
  kase: CaseFile
  application: Application
  norms: NormEdition
  programme: ProgrammeVersion
  contract: Pick<Contract, 'kind' | 'price' | 'stages' | 'acceptedAt' | 'acceptedHow' | 'centreTermsId' | 'payer'>
  retakePrice: number
  listFrom: Day | undefined
}

/** The budget by a voucher with its number, or the employer that pays, with its BIN and the number of its referral; else the candidate. */
async function payerOnPaper(t: Tx, { kase, contract }: ContractPaper): Promise<ContractData['payer']> {
  const voucher = contract.payer === 'budget' ? await vouchers.findVoucherOfCase(t, kase.id) : undefined
  if (voucher) return { kind: 'voucher', voucherNumber: voucher.number }
  const referrer = contract.payer === 'employer' ? await employers.findReferrer(t, kase.id) : undefined
  if (!referrer) return { kind: 'candidate' }
  const head = await people.findHolder(t.sql, { organisationId: referrer.organisationId, role: 'employer-representative', on: t.today })
  return { kind: 'employer', name: { kk: referrer.name.kk, ru: referrer.name.ru }, bin: referrer.bin ?? '—', representative: head ? personName(head, 'kk', 'full') : '—' }
}

/** The number of a contract is the case's; after a move to another centre there is a second one. */
export async function contractNumber(t: Tx, kase: CaseFile): Promise<string> {
  const moves = (await casework.listMoves(t.sql, kase.id)).length
  return moves === 0 ? kase.number : `${kase.number}/${moves + 1}`
}

/** The contract for the service, in both languages. */
export async function contractPaper(t: Tx, p: ContractPaper): Promise<ContractData> {
  const frame = await paperFrame(t, p.kase, p.application)
  const days = (rule: 'T2' | 'T3' | 'T4' | 'T5' | 'T6') => deadlineRule(p.norms, rule).length ?? 0
  const stages = (lang: 'kk' | 'ru') => p.contract.stages.map((stage: Stage) => messages[lang].paper.stages[stage]).join(', ')
  const title = p.programme.content.title
  const afterNoticePercent = normNumberOr(p.norms, 'contract.refundAfterNoticePercent', undefined)
  const retakeRule = await retakeRuleOnPaper(t, p.kase)
  // What was ordered to be held again has no price by that rule.
  const isAskedFor = p.contract.kind === 'retake' && (p.contract.acceptedAt === null || p.contract.acceptedHow !== null)
  const ownTerms = p.contract.centreTermsId ? await centres.getContractTerms(t.sql, p.contract.centreTermsId) : undefined
  const version = (lang: 'kk' | 'ru') => fill(messages[lang].paper.programme, { title: title[lang] ?? title.ru ?? title.kk ?? '', version: p.programme.versionNo, stages: stages(lang) })
  return {
    demo: t.demo, number: await contractNumber(t, p.kase), place: frame.city, concludedOn: p.contract.acceptedAt ? bothDay(legalDay(p.contract.acceptedAt)) : null,
    centre: { ...frame.centre, signatory: { name: frame.signatory, position: both((w) => w.head) } },
    candidate: { ...frame.candidate, address: p.application.address, contact: p.application.phone }, payer: await payerOnPaper(t, p),
    application: { number: p.kase.number, registeredOn: bothDay(p.application.receivedOn) }, qualification: frame.qualification,
    programme: { kk: version('kk'), ru: version('ru') }, mode: both((w) => w[examPlaceOf(p.application.examMode, practiceModesOf(p.programme.content), p.contract.stages)]), examLanguage: both((w) => w.languages[p.application.examLanguage]),
    price: {
      amount: formatTenge(p.contract.price, 'ru'), list: both((w) => w.list), payment: both((w) => w.payment),
      ...(p.listFrom ? { list: { kk: fill(messages.kk.paper.list, { day: formatDay(p.listFrom, 'kk') }), ru: fill(messages.ru.paper.list, { day: formatDay(p.listFrom, 'ru') }) } } : {}), ...(retakeRule && isAskedFor ? { rule: retakeRule } : {}),
    },
    retakePrice: formatTenge(listedByRule(p.retakePrice, retakePriceRule(p.norms)), 'ru'), ...(retakeRule ? { retakeRule } : {}),
    terms: {
      notify: days('T2'), notice: days('T3'), decide: days('T4'), result: days('T5'), appeal: days('T6'),
      ...(notificationWaitsForPayment(p.norms) && p.contract.payer !== 'budget' && p.contract.price > 0 ? { notifyAfterPayment: true } : {}),
    },
    theoryThreshold: normNumber(p.norms, 'theory.passPercent'), ...(stageAgainIsFree(p.norms) ? {} : { stageAgainPaid: true as const }), ...(countsByStage(p.norms) ? { violationsByStage: true as const } : {}),
    refund: { withdrawalPercent: normNumberOr(p.norms, 'contract.refundOnWithdrawalPercent', 100), ...(afterNoticePercent === undefined ? {} : { afterNoticePercent }), noShowPercent: normNumberOr(p.norms, 'contract.refundOnNoShowPercent', 0) },
    ...(ownTerms ? { ownTerms: { from: bothDay(ownTerms.inForceFrom), clauses: ownTerms.clauses } } : {}),
    complaint: frame.complaint, signatures: [byCentre(frame, t.now), byCandidate(frame, p.contract.acceptedAt)],
  }
}

/** The reasoned refusal: ground, reason in the centre's words, what to put right, where to complain. */
export async function refusalPaper(t: Tx, kase: CaseFile, application: Application, refusal: Pick<Refusal, 'ground' | 'reason' | 'remedy'>): Promise<RefusalData> {
  const frame = await paperFrame(t, kase, application)
  const lines = refusal.remedy.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const written = application.language === 'kk' ? { kk: refusal.reason } : { ru: refusal.reason }
  return {
    demo: t.demo, number: kase.number, decidedOn: bothDay(t.today), centre: frame.centre, candidate: frame.candidate,
    application: { number: kase.number, registeredOn: bothDay(application.receivedOn) }, qualification: frame.qualification,
    ground: both((w) => w.grounds[refusal.ground]), reason: written, norm: both((w) => w.refusalNorm),
    toPutRight: lines.map((line) => ({ kk: line, ru: line })), complaint: frame.complaint, signatures: [byCentre(frame, t.now)],
  }
}

/** The application as it was filed. */
export async function applicationPaper(t: Tx, kase: CaseFile, application: Application, needs: readonly string[], attached: readonly string[]): Promise<ApplicationData> {
  const frame = await paperFrame(t, kase, application)
  const referrer = await employers.findReferrer(t, kase.id)
  const place = examPlaceOf(application.examMode, (await modesAllowed(t, kase.professionCode!, { level: kase.level!, centreId: kase.centreId })).practice)
  const words = (lang: 'kk' | 'ru') => messages[lang].paper
  const needsIn = (lang: 'kk' | 'ru') => needs.map((kind) => words(lang).needs[kind as keyof PaperWords['needs']]).join('; ')
  return {
    demo: t.demo, number: kase.number, receivedOn: bothDay(application.receivedOn), channel: both((w) => w.channels[application.channel]), centre: frame.centre,
    candidate: {
      ...frame.candidate, birthDate: bothDay(application.birthOn), citizenship: { kk: citizenshipIn('kk', application.citizenship), ru: citizenshipIn('ru', application.citizenship) },
      address: application.address, contact: [application.phone, application.email].filter(Boolean).join(', '),
    },
    qualification: frame.qualification, initiative: both((w) => (referrer ? w.employerInitiative : w.ownInitiative)), funding: both((w) => (referrer?.pays ? w.employerFunding : application.funding === 'voucher' ? w.voucherFunding : w.ownFunding)),
    employer: referrer ? { name: { kk: referrer.name.kk, ru: referrer.name.ru }, bin: referrer.bin ?? '—', referral: { kk: `№ ${referrer.number}, ${formatDay(referrer.referredOn as Day, 'kk')}`, ru: `№ ${referrer.number}, ${formatDay(referrer.referredOn as Day, 'ru')}` } } : null,
    learning: both((w) => w.learning[application.wayLearnt]), examLanguage: both((w) => w.languages[application.examLanguage]), mode: both((w) => w[place]),
    accommodation: needs.length > 0 ? { kk: needsIn('kk'), ru: needsIn('ru') } : null,
    attachments: attached.map((kind) => both((w) => w.attachments[kind as keyof PaperWords['attachments']] ?? kind)),
    consent: { kk: fill(words('kk').consent, { version: application.consentVersion }), ru: fill(words('ru').consent, { version: application.consentVersion }) },
    signatures: [{ role: both((w) => w.candidateRole), name: frame.candidate.name, signedAt: application.channel === 'paper' ? null : stamp(application.submittedAt), how: both((w) => w.channels[application.channel]) }],
  }
}

/** A citizenship in words: a state by its code, or one of the two answers that are no state. */
function citizenshipIn(lang: 'kk' | 'ru', code: string): string {
  const words = messages[lang].paper
  if (code === 'XX') return words.otherState
  if (code === 'XS') return words.stateless
  // A partner may send what is no code of a state; it is printed as it came.
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code
}
