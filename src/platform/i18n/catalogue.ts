import type { Language } from '#kernel/localized.ts'
import type { PluralForms } from './message.ts'

/** The shape a catalogue must have to say everything the Kazakh one says; a plural may need other forms. */
export type Same<T> = T extends string ? string
  : T extends (...values: infer A) => string ? (...values: A) => string
  : T extends { readonly other: string } ? (Exclude<keyof T, keyof PluralForms> extends never ? PluralForms : { readonly [K in keyof T]: Same<T[K]> })
  : { readonly [K in keyof T]: Same<T[K]> }

/** Three catalogues of one shape as one function of the language. */
export function catalogueOf<T extends object>(kk: T, ru: Same<NoInfer<T>>, en: Same<NoInfer<T>>): (lang: Language) => Same<T> {
  const catalogues: Readonly<Record<Language, Same<T>>> = { kk: kk as unknown as Same<T>, ru, en }
  return (lang) => catalogues[lang]
}

/** What another catalogue lacks or says with other placeholders; empty means complete. The types cannot see a placeholder. */
export function catalogueFaults(kk: unknown, other: unknown, path = ''): string[] {
  const at = path === '' ? '(all)' : path
  if (typeof kk === 'string' || isPlural(kk)) {
    if (isPlural(kk) ? !isPlural(other) : typeof other !== 'string') return [`${at}: missing`]
    if (textsOf(other).some((text) => text.trim() === '')) return [`${at}: empty`]
    const [wanted, found] = [placeholdersOf(kk), placeholdersOf(other)]
    return wanted === found ? [] : [`${at}: placeholders ${found || 'none'} instead of ${wanted || 'none'}`]
  }
  if (!isRecord(kk)) return typeof kk === typeof other ? [] : [`${at}: missing`]
  if (!isRecord(other)) return [`${at}: missing`]
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`)
  const extra = Object.keys(other).filter((key) => !Object.hasOwn(kk, key)).map((key) => `${below(key)}: not in Kazakh`)
  return [...Object.keys(kk).flatMap((key) => catalogueFaults(kk[key], other[key], below(key))), ...extra]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isPlural(value: unknown): value is PluralForms {
  return isRecord(value) && typeof value.other === 'string' && Object.keys(value).every((key) => ['one', 'few', 'many', 'other'].includes(key))
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).map(String)
}

function placeholdersOf(value: unknown): string {
  const names = textsOf(value).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))
  // A form for one may leave the number out: "an application", "one application".
  return [...new Set(names)].filter((name) => !(isPlural(value) && name === 'n')).sort().join(', ')
}
