import type { Ctx } from '#platform/acts/ctx.ts'
import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Desk } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { openProgramme, type ProgrammeShown, type ProgrammeVersion } from '#modules/programmes/index.ts'
import { officeOf, type OfficeView } from '../office.ts'
import { namesOfProfessions, qualificationLine, STAFF, type Names } from './desk-facts.ts'
import { settingsText } from './settings-text.ts'

/** A desk at which the one editor of programmes stands: that of a centre, or of whoever fills in an application for accreditation. */
export interface EditorDesk {
  desk: Desk
  /** Path of all versions at this desk, without the language. */
  base: string
  /** Path of the cases whose programmes are written here; undefined at the desk of a centre. */
  cases: string | undefined
  readers: readonly Role[]
  keyReaders: readonly Role[]
  writers: readonly Role[]
  overseers: readonly Role[]
}

const WRITERS: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'centre-head']
const OVERSEERS: readonly Role[] = ['ministry', 'national-body', 'auditor']
const deskOfCases = (desk: Desk, writers: readonly Role[]): EditorDesk => ({ desk, base: `/${desk}/programmes`, cases: `/${desk}/cases`, readers: writers, keyReaders: writers, writers, overseers: [] })

export const CENTRE_DESK: EditorDesk = { desk: 'centre', base: '/centre/programmes', cases: undefined, readers: STAFF, keyReaders: WRITERS, writers: WRITERS, overseers: OVERSEERS }
export const APPLICANT_DESK = deskOfCases('applicant', ['applicant', 'centre-head'])
/** The chamber writes what came to it on paper. */
export const CHAMBER_DESK = deskOfCases('accreditor', ['chamber-officer'])

/** A programme is found at its own desk only. */
export function assertAtDesk(desk: EditorDesk, version: Pick<ProgrammeVersion, 'applicationId'>): void {
  if ((version.applicationId === null) !== (desk.cases === undefined)) throw new Denial('not-found')
}
/** The centre in the header; who only applies has none. */
export async function officeAt(desk: EditorDesk, ctx: Ctx, version: ProgrammeVersion): Promise<OfficeView | undefined> {
  return desk.cases === undefined ? officeOf(ctx, version.centreId) : undefined
}

export interface PartData {
  shown: ProgrammeShown
  names: Names
  office: OfficeView | undefined
}

/** A version opened for a page of its editor; a part that may not be written in any more is not found. */
export async function loadPart(desk: EditorDesk, ctx: Ctx, id: string, { writing }: { writing: boolean }): Promise<PartData> {
  const shown = await openProgramme(ctx, id)
  assertAtDesk(desk, shown.version)
  if (writing && !shown.may.write) throw new Denial('not-found')
  return { shown, names: await namesOfProfessions(ctx, [shown.version.professionCode]), office: await officeAt(desk, ctx, shown.version) }
}

/** The frame of such a page: the desk and the way back to the version. */
export function partLayout(desk: EditorDesk) {
  return ({ data, lang }: { data: PartData; lang: Language }) => ({ office: data.office?.line(lang), back: { href: `/${lang}${desk.base}/${data.shown.version.id}`, text: versionLine(data, lang) } })
}
export function versionLine(data: PartData, lang: Language): string {
  return `${qualificationLine(data.names, data.shown.version, lang)}, ${fill(settingsText(lang).programmes.versionNo, { n: data.shown.version.versionNo })}`
}
