import type { Language } from '#kernel/localized.ts'

/** Puts values into `{name}` places; a place without a value is a fault, never an empty gap. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`no value for {${name}} in "${text}"`)
    return String(value)
  })
}

export interface PluralForms {
  one?: string
  few?: string
  many?: string
  other: string
}
const RULES: Readonly<Record<Language, Intl.PluralRules>> = { kk: new Intl.PluralRules('kk'), ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = { kk: new Intl.NumberFormat('kk-KZ'), ru: new Intl.NumberFormat('ru-KZ'), en: new Intl.NumberFormat('en-GB') }

/** The form of the language for a number, with `{n}` filled in. */
export function plural(lang: Language, forms: PluralForms, n: number): string {
  const form = RULES[lang].select(n) as keyof PluralForms
  return (forms[form] ?? forms.other).replaceAll('{n}', NUMBERS[lang].format(n))
}
