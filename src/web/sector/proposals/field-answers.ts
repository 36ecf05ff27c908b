import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { PostResult } from '#platform/http/page.ts'
import { blockerText } from '../../denials.ts'

/** At which field a contradiction of an entry is to be put right; other reasons name their field themselves. */
const FIELDS: Readonly<Record<string, string>> = {
  'profession.levels-missing': 'levels', 'profession.level-wrong': 'levels', 'profession.basis-missing': 'basis', 'profession.basis-of-mandatory': 'basis', 'profession.form-of-voluntary': 'form',
  'profession.validity-wrong': 'validityMonths', 'profession.age-wrong': 'ageMin', 'profession.name-missing': 'nameKk',
}

/** Answers a form of a proposal: every reason of a refusal stands at its own field. */
export async function withReasons(lang: Language, act: () => Promise<PostResult>, renamed: Readonly<Record<string, string>> = {}): Promise<PostResult> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Denial) || error.blockers.length === 0) throw error
    return {
      errors: error.blockers.map((blocker) => {
        const field = FIELDS[blocker.code] ?? (typeof blocker.data?.['field'] === 'string' ? blocker.data['field'] : undefined)
        return { ...(field ? { field: renamed[field] ?? field } : {}), message: blockerText(lang, blocker) }
      }),
    }
  }
}
