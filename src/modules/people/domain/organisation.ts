import { Bin } from '#kernel/bin.ts'
import type { Blocker } from '#kernel/denial.ts'

/** An organisation is entered with a name in three languages and, where it has one, a right BIN. */
export function newOrganisationBlockers(input: { kind?: string; bin: string | null; nameKk: string; nameRu: string; nameEn: string }, { demo }: { demo: boolean }): Blocker[] {
  const blockers: Blocker[] = []
  if ([input.nameKk, input.nameRu, input.nameEn].some((name) => name.trim() === '')) blockers.push({ code: 'organisation.name-missing' })
  // Only a legal entity applies for accreditation [S].
  if (input.kind === 'applicant' && input.bin === null) blockers.push({ code: 'organisation.bin-wrong' })
  if (input.bin !== null) {
    const bin = Bin.parse(input.bin)
    if (!bin.ok || (bin.value.kind === 'demonstration' && !demo)) blockers.push({ code: 'organisation.bin-wrong' })
  }
  return blockers
}
