import type { Blocker } from '#kernel/denial.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { demandedPapers, type PaperFacts } from './application-blockers.ts'

export const REFUSAL_GROUNDS = ['INCOMPLETE_DOCUMENTS', 'INCORRECTLY_FILLED'] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

export const CHECK_ITEMS = [
  'paper.application', 'paper.education', 'paper.work', 'paper.earlier-recognition',
  'field.person', 'field.contact', 'field.qualification', 'field.centre', 'field.learning', 'field.language', 'field.needs', 'field.consent',
] as const
export type CheckItem = (typeof CHECK_ITEMS)[number]
export const VERDICTS = ['right', 'wrong'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface ItemCheck {
  item: string
  verdict: Verdict
  note: string
}

/** The two things a centre checks: that the papers are complete, and that the form is filled in correctly. Nothing else is on the list. */
export function checkList(profession: PaperFacts, attached: readonly string[], needs: number, norms: NormEdition): CheckItem[] {
  return [
    'paper.application',
    ...demandedPapers(profession, norms).map((paper) => `paper.${paper}` as const),
    ...(attached.includes('earlier-recognition') ? ['paper.earlier-recognition' as const] : []),
    'field.person', 'field.contact', 'field.qualification', 'field.centre', 'field.learning', 'field.language',
    ...(needs > 0 ? ['field.needs' as const] : []),
    'field.consent',
  ]
}

/** The ground under which a wrong item falls. */
export function groundOf(item: string): RefusalGround {
  return item.startsWith('paper.') ? 'INCOMPLETE_DOCUMENTS' : 'INCORRECTLY_FILLED'
}

/** An item is judged only when it is on the list; what is wrong is said in words. */
export function checkBlockers(list: readonly string[], checks: readonly ItemCheck[]): Blocker[] {
  return checks.flatMap((check) => {
    if (!list.includes(check.item)) return [{ code: 'check.item-unknown' }]
    return check.verdict === 'wrong' && check.note.trim() === '' ? [{ code: 'check.note-missing' }] : []
  })
}

function standing(list: readonly string[], checks: readonly ItemCheck[]) {
  const verdictOf = (item: string) => checks.find((check) => check.item === item)?.verdict
  return { unchecked: list.filter((item) => verdictOf(item) === undefined), wrong: list.filter((item) => verdictOf(item) === 'wrong') }
}

export interface ContractFacts {
  list: readonly string[]
  checks: readonly ItemCheck[]
  hasPrice: boolean
  hasProgramme: boolean
  inScope: boolean
  /** Only where the candidate is tied to the organisation of the centre. */
  ownPeople?: OwnPeopleFacts | undefined
}
export interface OwnPeopleFacts {
  rule: 'refuse' | 'with-note' | 'with-other-examiners' | 'allowed'
  /** Whether somebody of the centre wrote the note, and whether anybody but the one who sends the contract did. */
  note: 'none' | 'own' | 'anothers'
}

/** A centre examines people of its own organisation only on the conditions of the norm: not at all, or after a note of a second person [D]. That his examiners come from other centres, where the norm asks for it too, is looked at when they are named. */
export function ownPeopleBlockers({ rule, note }: OwnPeopleFacts): Blocker[] {
  if (rule === 'refuse') return [{ code: 'contract.own-people' }]
  if (rule === 'allowed' || note === 'anothers') return []
  return [{ code: note === 'own' ? 'contract.own-people-second-person' : 'contract.own-people-note-missing' }]
}

/** A contract is sent only when every item is right, and there is a price, an approved programme and a living scope. */
export function contractBlockers(facts: ContractFacts): Blocker[] {
  const { unchecked, wrong } = standing(facts.list, facts.checks)
  return [
    ...(unchecked.length > 0 ? [{ code: 'contract.items-unchecked', data: { count: unchecked.length } }] : []),
    ...(wrong.length > 0 ? [{ code: 'contract.items-wrong', data: { count: wrong.length } }] : []),
    ...(facts.inScope ? [] : [{ code: 'contract.scope-lost' }]),
    ...(facts.ownPeople ? ownPeopleBlockers(facts.ownPeople) : []),
    ...(facts.hasPrice ? [] : [{ code: 'contract.price-missing' }]),
    ...(facts.hasProgramme ? [] : [{ code: 'contract.programme-missing' }]),
  ]
}

export interface RefusalFacts {
  list: readonly string[]
  checks: readonly ItemCheck[]
  ground: string
  reason: string
  remedy: string
}

/** Refusing needs one of the two grounds, a wrong item that bears it, the reason and how to put it right. */
export function refusalBlockers(facts: RefusalFacts): Blocker[] {
  const { wrong } = standing(facts.list, facts.checks)
  const known = (REFUSAL_GROUNDS as readonly string[]).includes(facts.ground)
  return [
    ...(known ? [] : [{ code: 'refusal.ground-unknown' }]),
    ...(wrong.length === 0 ? [{ code: 'refusal.nothing-wrong' }] : []),
    ...(known && wrong.length > 0 && !wrong.some((item) => groundOf(item) === facts.ground) ? [{ code: 'refusal.ground-not-borne-out' }] : []),
    ...(facts.reason.trim() === '' ? [{ code: 'refusal.reason-missing' }] : []),
    ...(facts.remedy.trim() === '' ? [{ code: 'refusal.remedy-missing' }] : []),
  ]
}
