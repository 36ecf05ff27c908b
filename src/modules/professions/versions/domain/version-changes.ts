import type { ProfessionFacts, Track } from '../../domain/profession.ts'

/** What an entry says that a person, a centre or an employer can rely on; synonyms and provenance only help to find and to judge it. */
export const ASPECTS = ['name', 'track', 'basis', 'field', 'levels', 'education', 'experience', 'validity', 'age', 'body', 'act', 'form'] as const
export type Aspect = (typeof ASPECTS)[number]

/** One item of the list of changes of a version; the words for it are the reader's language's. */
export type VersionChange =
  | { kind: 'added' }
  | { kind: 'moved'; to: Track }
  | { kind: 'levels'; added: number[]; removed: number[] }
  | { kind: 'changed'; aspect: Exclude<Aspect, 'track' | 'levels'> }

/** The computed difference of two versions, in the order of the entry; with nothing before, the profession was added. */
export function versionChanges(before: ProfessionFacts | undefined, after: ProfessionFacts): VersionChange[] {
  if (before === undefined) return [{ kind: 'added' }]
  return changedAspects(before, after).map((aspect): VersionChange => {
    if (aspect === 'track') return { kind: 'moved', to: after.track }
    if (aspect === 'levels') return { kind: 'levels', added: without(after.levels, before.levels), removed: without(before.levels, after.levels) }
    return { kind: 'changed', aspect }
  })
}

/** The aspects in which two versions differ. */
export function changedAspects(before: ProfessionFacts, after: ProfessionFacts): Aspect[] {
  return ASPECTS.filter((aspect) => contentOf(before, aspect) !== contentOf(after, aspect))
}

function contentOf(facts: ProfessionFacts, aspect: Aspect): string {
  const content: Record<Aspect, unknown[]> = {
    name: [facts.name.kk, facts.name.ru, facts.name.en],
    track: [facts.track],
    basis: [facts.basis, facts.basisTitle.kk, facts.basisTitle.ru],
    field: [facts.fieldCode],
    levels: [...facts.levels].sort((one, other) => one - other),
    education: [facts.educationRequired, facts.educationText.kk, facts.educationText.ru],
    experience: [facts.experienceRequired, facts.experienceText.kk, facts.experienceText.ru],
    validity: [facts.validityMonths],
    age: [facts.ageMin],
    body: [facts.bodyCode],
    act: [facts.act.kk, facts.act.ru],
    form: [facts.form],
  }
  return JSON.stringify(content[aspect])
}

function without(levels: readonly number[], others: readonly number[]): number[] {
  return levels.filter((level) => !others.includes(level)).sort((one, other) => one - other)
}
