import { legalDay, parseDay, type Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import { centresOf, hasRole, type Role } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormBody } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { listPrices } from '#modules/centres/index.ts'
import { findProfessionOrStruck } from '#modules/professions/index.ts'
import { settingsText } from './settings-text.ts'

export const STAFF: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head']
export const CLERKS: readonly Role[] = ['centre-operator', 'centre-head']

/** The centre at whose desk the actor sits, where he holds one of the roles. */
export function centreIdOf(ctx: Ctx, roles: readonly Role[] = STAFF): Uuid {
  const found = centresOf(ctx.actor).find((id) => hasRole(ctx.actor, roles, id))
  if (!found) throw new Denial('not-found')
  return found
}

/** Profession names by code, as the register has them. */
export type Names = Map<string, Partial<Localized>>
export async function namesOfProfessions(ctx: Ctx, codes: readonly string[]): Promise<Names> {
  const names: Names = new Map()
  for (const code of new Set(codes)) names.set(code, (await findProfessionOrStruck(ctx.db, code, legalDay(ctx.clock.now())))?.name ?? {})
  return names
}
export function qualificationLine(names: Names, of: { professionCode: string; level: number }, lang: Language): string {
  return fill(settingsText(lang).qualificationLine, { name: inLanguage(names.get(of.professionCode) ?? {}, lang) || of.professionCode, level: of.level })
}

/** What the centre may recognise today, with the names. */
export async function scopeOf(ctx: Ctx, centreId: Uuid): Promise<{ scope: { professionCode: string; level: number }[]; names: Names }> {
  const { scope } = await listPrices(ctx.db, centreId, legalDay(ctx.clock.now()))
  return { scope, names: await namesOfProfessions(ctx, scope.map((line) => line.professionCode)) }
}
/** A qualification chosen in a form, `code/level`. */
export function chosenQualification(text: string): { professionCode: string; level: number } | undefined {
  const match = /^(.{1,40})\/([1-8])$/.exec(text)
  return match ? { professionCode: match[1]!, level: Number(match[2]) } : undefined
}

/** A day from the three fields of DateFields. */
export function dayField(form: FormBody, name: string): Day | undefined {
  const [date, month, year] = ['day', 'month', 'year'].map((part) => form.text(`${name}-${part}`))
  if (!/^\d{1,2}$/.test(date!) || !/^\d{1,2}$/.test(month!) || !/^\d{4}$/.test(year!)) return undefined
  return parseDay(`${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`)
}
export function isDayEmpty(form: FormBody, name: string): boolean {
  return ['day', 'month', 'year'].every((part) => form.text(`${name}-${part}`) === '')
}

/** A whole number that was typed, also with spaces between thousands; undefined when it is none. */
export function wholeField(form: FormBody, name: string): number | undefined {
  const text = form.text(name).replace(/[\s\u00a0\u202f]/g, '')
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** A sum as it was typed, also below nothing or with a fraction, so that the refusal can say which; undefined when it is no number. */
export function sumField(form: FormBody, name: string): number | undefined {
  const text = form.text(name).replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-').replace(',', '.')
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}

/** The revision the form was drawn with. */
export function revisionOf(form: FormBody): number {
  return Number.parseInt(form.text('version'), 10) || 0
}
