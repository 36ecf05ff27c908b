/** The national classifier of occupations, ISCO-08 of the ILO, and ESCO. */
export const SCHEMES = ['nkz', 'isco08', 'esco'] as const
export type Scheme = (typeof SCHEMES)[number]

export const FRAMEWORK_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8] as const

export interface MappingFacts {
  professionCode: string
  scheme: Scheme
  schemeCode: string
  title: { kk: string; ru: string; en: string }
  source: string
}
export interface FrameworkFacts {
  code: string
  bodyCode: string
  title: { kk: string; ru: string }
  act: { kk: string; ru: string }
  source: string
}

export const MAPPING_COLUMNS = ['profession', 'scheme', 'code', 'title_kk', 'title_ru', 'title_en', 'source', 'ended'] as const
export const FRAMEWORK_COLUMNS = ['code', 'body', 'title_kk', 'title_ru', 'act_kk', 'act_ru', 'source', 'ended'] as const

/** What the code of a scheme looks like: four digits at most in ISCO-08, a URI in ESCO; the national one is not fixed here. */
const CODE_OF: Readonly<Record<Scheme, RegExp>> = { nkz: /^[\d.-]{1,20}$/, isco08: /^\d{1,4}$/, esco: /^https?:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/ }

export function isCodeOf(scheme: Scheme, code: string): boolean {
  return CODE_OF[scheme].test(code)
}
