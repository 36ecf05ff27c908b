import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import { HISTORY } from './history-texts.ts'
import { PROFESSIONS } from './professions-texts.ts'
import { nameIn, spanOfMonths } from './words.ts'

/** What one version says of one aspect, as a reader reads it. */
export function aspectInWords(version: professions.Profession, aspect: professions.Aspect, fields: readonly professions.Field[], lang: Language): string {
  const t = HISTORY[lang]
  const p = PROFESSIONS[lang]
  const field = fields.find((each) => each.code === version.fieldCode)
  const demand = (required: boolean, text: string) => [required ? t.required : t.notRequired, text].filter(Boolean).join('. ')
  const basis = version.basis === null ? '' : version.basis === 'standard' ? p.standard : p.requirements
  const words: Record<professions.Aspect, string> = {
    name: nameIn(version.name, lang).text,
    track: version.track === 'voluntary' ? p.voluntary : p.mandatory,
    basis: [basis, nameIn(version.basisTitle, lang).text].filter(Boolean).join('. '),
    field: field ? { kk: field.nameKk, ru: field.nameRu, en: field.nameEn }[lang] : '',
    levels: version.levels.join(', '),
    education: demand(version.educationRequired, nameIn(version.educationText, lang).text),
    experience: demand(version.experienceRequired, nameIn(version.experienceText, lang).text),
    // The term of a document of a mandatory profession is a matter of its own law.
    validity: version.track === 'mandatory' ? p.validityOther : version.validityMonths === null ? t.unlimited : spanOfMonths(version.validityMonths, lang),
    age: version.ageMin === null ? '' : String(version.ageMin),
    body: nameIn(version.bodyName, lang).text,
    act: nameIn(version.act, lang).text,
    form: version.form ? p.forms[version.form] : '',
  }
  return words[aspect] || t.notSet
}

/** The written list of changes of a version against the one before it. */
export function changesInWords(before: professions.Profession | undefined, after: professions.Profession, fields: readonly professions.Field[], lang: Language): string[] {
  const t = HISTORY[lang]
  return professions.versionChanges(before, after).flatMap((change) => {
    if (change.kind === 'added') return [t.added]
    if (change.kind === 'moved') return [t.moved[change.to]]
    if (change.kind === 'levels') {
      return [
        ...(change.added.length > 0 ? [fill(t.levelsAdded, { levels: change.added.join(', ') })] : []),
        ...(change.removed.length > 0 ? [fill(t.levelsRemoved, { levels: change.removed.join(', ') })] : []),
      ]
    }
    const said = (version: professions.Profession) => aspectInWords(version, change.aspect, fields, lang)
    return [fill(t.was, { what: t.aspects[change.aspect], before: said(before!), after: said(after) })]
  })
}
