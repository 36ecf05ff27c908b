import type { Found, SignalNorms } from './signal.ts'

/** Something that a case, or a request for a voucher, carries and that may stand in others too: a paper or a contact, known by a digest. A request names no centre, or one; it has no case, or the one its voucher is bound to. */
export interface Carried {
  caseId: string | undefined
  centreId: string | undefined
  /** The person, however often he was entered. */
  person: string
  digest: string
}
export interface CarriedPaper extends Carried {
  kind: 'education' | 'earlier-recognition' | 'work'
}
export interface CarriedContact extends Carried {
  what: 'phone' | 'email'
}

/** One signal a centre for each thing that stands in the cases of at least so many people, wherever they applied: who works through several centres is seen at each. */
function standingIn(things: readonly Carried[], least: number, kind: 'same-upload' | 'shared-contact', what: string): Found[] {
  const byDigest = new Map<string, Carried[]>()
  for (const thing of things) {
    const beside = byDigest.get(thing.digest)
    if (beside) beside.push(thing)
    else byDigest.set(thing.digest, [thing])
  }
  const found: Found[] = []
  for (const [digest, own] of byDigest) {
    const people = new Set(own.map((each) => each.person)).size
    if (people < least) continue
    const centres = [...new Set(own.flatMap((each) => each.centreId ?? []))].sort()
    const caseIds = [...new Set(own.flatMap((each) => each.caseId ?? []))].sort()
    for (const centreId of centres) {
      const here = new Set(own.filter((each) => each.centreId === centreId).map((each) => each.person)).size
      found.push({ kind, centreId, subject: `${what} ${digest}`, weight: people, caseIds, figures: { what, people, here, centres: centres.length, threshold: least } })
    }
  }
  return found.sort((a, b) => (a.subject + a.centreId < b.subject + b.centreId ? -1 : 1))
}

/** The same file as the diploma, the earlier document or the proof of work of several people. A list of workers is one paper of many, so work has a threshold of its own. */
export function sameUploadSignals(papers: readonly CarriedPaper[], norms: SignalNorms): Found[] {
  return (['education', 'earlier-recognition', 'work'] as const).flatMap((kind) => standingIn(papers.filter((paper) => paper.kind === kind), kind === 'work' ? norms.uploadWorkPeople : norms.uploadPeople, 'same-upload', kind))
}

/** One phone or one address of mail in the applications of many people. */
export function sharedContactSignals(contacts: readonly CarriedContact[], norms: SignalNorms): Found[] {
  return (['phone', 'email'] as const).flatMap((what) => standingIn(contacts.filter((contact) => contact.what === what), norms.contactPeople, 'shared-contact', what))
}

/** Something done from a device: an account opened, a voucher asked for, an application. Which centre it concerns is known of the last two only. */
export interface DeviceUsed {
  device: string
  person: string
  centreId: string | undefined
  caseId: string | undefined
}

/** One device behind many people: whoever opened an account, asked for a voucher or applied from it counts, and each centre that any of this came to bears the signal. */
export function sharedDeviceSignals(uses: readonly DeviceUsed[], norms: SignalNorms): Found[] {
  return [...Map.groupBy(uses, (use) => use.device)].flatMap(([device, own]) => {
    const people = peopleOf(own)
    if (people < norms.devicePeople) return []
    const centres = [...new Set(own.flatMap((use) => use.centreId ?? []))].sort()
    const caseIds = [...new Set(own.flatMap((use) => use.caseId ?? []))].sort()
    return centres.map((centreId): Found => ({
      kind: 'shared-device', centreId, subject: `device ${device}`, weight: people, caseIds,
      figures: { people, here: peopleOf(own.filter((use) => use.centreId === centreId)), centres: centres.length, threshold: norms.devicePeople },
    }))
  }).sort((a, b) => (a.subject + a.centreId < b.subject + b.centreId ? -1 : 1))
}
const peopleOf = (uses: readonly DeviceUsed[]): number => new Set(uses.map((use) => use.person)).size

/** A phone as its ten digits within the country, or nothing where it is none: so that one number written in two ways is one. */
export function phoneDigits(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '')
  const own = digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits
  return own.length >= 10 && !/^0+$/.test(own) ? own : undefined
}
