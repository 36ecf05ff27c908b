import { Bin } from '#kernel/bin.ts'
import { parseDay, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export const POWERS = ['head', 'power-of-attorney'] as const
export type Powers = (typeof POWERS)[number]
export const DESK_REQUEST_STEPS = ['review', 'confirmed', 'refused', 'withdrawn'] as const
export type DeskRequestStep = (typeof DESK_REQUEST_STEPS)[number]

/** Requests under review that one account may have at a time. */
export const MOST_UNDER_REVIEW = 3

/** What is typed into the form; days as YYYY-MM-DD, an empty last day: no end. */
export interface DeskRequestTyped {
  bin: string
  nameKk: string
  nameRu: string
  nameEn: string
  position: string
  powers: string
  powersNumber: string
  powersFrom: string
  powersUntil: string
}
export interface DeskRequestFacts {
  bin: string
  nameKk: string
  nameRu: string
  nameEn: string
  position: string
  powers: Powers
  powersNumber: string
  powersFrom: Day
  powersUntil: Day | null
}

/** Reads a request for an employer's desk; every fault at once, each at its field. The powers must be in force today: nobody is let in by a paper that is over or not yet begun. */
export function readDeskRequest(typed: DeskRequestTyped, known: { demo: boolean; today: Day; hasFile: boolean; underReview: number; isRepresentative: boolean }): { facts: DeskRequestFacts | undefined; blockers: Blocker[] } {
  const blockers: Blocker[] = []
  const fault = (code: string, field: string) => blockers.push({ code: `desk-request.${code}`, data: { field } })
  const short = (text: string, most: number) => text.trim().slice(0, most)
  const bin = Bin.parse(typed.bin)
  const binRight = bin.ok && (bin.value.kind !== 'demonstration' || known.demo)
  if (!binRight) fault('bin-wrong', 'bin')
  const [nameKk, nameRu, position, powersNumber] = [short(typed.nameKk, 300), short(typed.nameRu, 300), short(typed.position, 200), short(typed.powersNumber, 200)]
  if (nameKk === '') fault('name-missing', 'nameKk')
  if (nameRu === '') fault('name-missing', 'nameRu')
  if (position === '') fault('position-missing', 'position')
  const powers = POWERS.find((each) => each === typed.powers)
  if (!powers) fault('powers-missing', 'powers')
  if (powersNumber === '') fault('number-missing', 'powersNumber')
  const from = parseDay(typed.powersFrom)
  const until = typed.powersUntil === '' ? null : parseDay(typed.powersUntil)
  if (!from || from > known.today) fault('from-wrong', 'powersFrom')
  if (until === undefined || (until !== null && until < known.today)) fault('until-wrong', 'powersUntil')
  if (powers === 'power-of-attorney' && typed.powersUntil === '') fault('until-missing', 'powersUntil')
  if (!known.hasFile) fault('file-missing', 'file')
  if (known.isRepresentative) fault('represents-already', 'bin')
  if (known.underReview >= MOST_UNDER_REVIEW) blockers.push({ code: 'desk-request.too-many', data: { most: MOST_UNDER_REVIEW } })
  if (blockers.length > 0 || !bin.ok || !powers || !from || until === undefined) return { facts: undefined, blockers }
  return { facts: { bin: bin.value.reveal(), nameKk, nameRu, nameEn: short(typed.nameEn, 300) || nameRu, position, powers, powersNumber, powersFrom: from, powersUntil: until }, blockers }
}

/** Why a desk cannot be confirmed: whoever confirms must have compared the papers, and they must still be in force. */
export function confirmBlockers(facts: { compared: boolean; powersUntil: Day | null; today: Day; kindOfOrganisation: string | undefined }): Blocker[] {
  const found: Blocker[] = []
  if (!facts.compared) found.push({ code: 'desk-request.not-compared', data: { field: 'compared' } })
  if (facts.powersUntil !== null && facts.powersUntil < facts.today) found.push({ code: 'desk-request.powers-over' })
  if (facts.kindOfOrganisation !== undefined && !EMPLOYING.includes(facts.kindOfOrganisation)) found.push({ code: 'desk-request.other-organisation' })
  return found
}
/** Kinds of organisations known by their BIN that may have an employer's desk as they are. */
const EMPLOYING: readonly string[] = ['employer', 'centre', 'applicant', 'partner', 'association']

/** Why a refusal cannot be sent: it says why, and what to do. */
export function refusalOfDeskBlockers(facts: { reason: string; remedy: string }): Blocker[] {
  return [...(facts.reason.trim() === '' ? [{ code: 'desk-request.reason-missing', data: { field: 'reason' } }] : []), ...(facts.remedy.trim() === '' ? [{ code: 'desk-request.remedy-missing', data: { field: 'remedy' } }] : [])]
}
