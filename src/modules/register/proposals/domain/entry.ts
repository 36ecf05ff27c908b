import type { Blocker } from '#kernel/denial.ts'
import type { Kind } from './road.ts'

type Both = { kk?: string; ru?: string }

/** An entry of the register as a proposal would have it read; the same facts as the register keeps. */
export interface Entry {
  code: string
  name: Both & { en?: string }
  track: 'voluntary' | 'mandatory'
  basis: 'standard' | 'requirements' | null
  basisTitle: Both
  fieldCode: string | null
  levels: number[]
  educationRequired: boolean
  experienceRequired: boolean
  educationText: Both
  experienceText: Both
  validityMonths: number | null
  ageMin: number | null
  bodyCode: string | null
  act: Both
  form: 'licensing' | 'attestation' | 'certification' | 'testing' | 'qualification-exam' | null
  synonyms: string[]
}

/** A proposal with what the register says of its entry today and later. */
export interface ProposalFacts {
  kind: Kind
  bodyCode: string
  code: string
  /** How the entry shall read; undefined when it is to be struck off. */
  entry: Entry | undefined
  /** The last version of the entry that is in force or still to come; undefined where there is none. */
  base: Pick<Entry, 'track' | 'bodyCode'> | undefined
  /** In what the two differ, and what of the entry contradicts itself, as the register itself judges. */
  changed: readonly string[]
  contradictions: readonly Blocker[]
}

/** Codes of entries: the register's own are not known, so any short word of letters, digits, dots and dashes [D]. */
const CODE = /^[A-Z0-9][A-Z0-9.-]{0,39}$/

/** Why this cannot be proposed; asked when it is filed, and again when the ministry prepares and publishes the version. */
export function entryProposalBlockers({ kind, bodyCode, code, entry, base, changed, contradictions }: ProposalFacts): Blocker[] {
  const standing = standingBlockers({ kind, bodyCode, code, base })
  if (standing.length > 0 || entry === undefined) return standing
  const found: Blocker[] = [...contradictions]
  // The register is kept in Kazakh and Russian [N].
  if (!entry.name.kk || !entry.name.ru) found.push({ code: 'proposal.name-in-both-languages', data: { field: entry.name.kk ? 'nameRu' : 'nameKk' } })
  if (entry.track === 'mandatory') {
    // What is not known of an older entry is shown as not known; who proposes a mandatory one says what the law asks of it [D].
    if (entry.form === null) found.push({ code: 'proposal.form-missing', data: { field: 'form' } })
    if (!entry.act.kk || !entry.act.ru) found.push({ code: 'proposal.act-missing', data: { field: entry.act.kk ? 'actRu' : 'actKk' } })
  }
  if (base && changed.length === 0) found.push({ code: 'proposal.nothing-changes' })
  if (base && kind === 'move' && entry.track === base.track) found.push({ code: 'proposal.track-stays' })
  if (base && kind === 'change' && entry.track !== base.track) found.push({ code: 'proposal.track-changes' })
  return found
}

/** What can be known before anything is typed: whether there is such an entry, and whose it is. An entry without a body may be proposed by any [D]. */
export function standingBlockers({ kind, bodyCode, code, base }: Pick<ProposalFacts, 'kind' | 'bodyCode' | 'code' | 'base'>): Blocker[] {
  if (!CODE.test(code)) return [{ code: 'proposal.code-wrong', data: { field: 'code' } }]
  if (kind === 'add') return base ? [{ code: 'proposal.code-taken', data: { field: 'code', code } }] : []
  if (!base) return [{ code: 'proposal.entry-not-in-force', data: { field: 'code', code } }]
  return base.bodyCode !== null && base.bodyCode !== bodyCode ? [{ code: 'proposal.another-bodys-profession', data: { field: 'code', code } }] : []
}

/** The entry with which a draft begins: empty, as it stands, or on the other track with what that track does not have taken out. */
export function firstDraftOf({ kind, bodyCode, code, base }: { kind: Kind; bodyCode: string; code: string; base: Entry | undefined }): Entry | undefined {
  if (kind === 'strike') return undefined
  if (!base) {
    return {
      code, name: {}, track: 'voluntary', basis: 'standard', basisTitle: {}, fieldCode: null, levels: [], educationRequired: false, experienceRequired: false, educationText: {}, experienceText: {},
      validityMonths: null, ageMin: null, bodyCode, act: {}, form: null, synonyms: [],
    }
  }
  const own = { ...base, bodyCode: base.bodyCode ?? bodyCode }
  return kind === 'move' ? onTrack(own, base.track === 'voluntary' ? 'mandatory' : 'voluntary') : own
}

/** The entry on this track, without what the track does not have: a mandatory one has no basis of assessment, a voluntary one no act and no form. */
export function onTrack(entry: Entry, track: Entry['track']): Entry {
  return track === 'mandatory' ? { ...entry, track, basis: null, basisTitle: {} } : { ...entry, track, act: {}, form: null }
}
