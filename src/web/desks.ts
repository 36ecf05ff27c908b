import type { Language } from '#kernel/localized.ts'
import { centresOf, hasRole, organisationsWhere, type Actor } from '#platform/acts/actor.ts'
import type { Desk } from '#platform/http/page.ts'
import { webText } from './web-text.ts'
import { CANDIDATE, HELP, INBOX_READERS, OFFICES, PUBLIC, type Entry, type Menu } from './desk-menus.ts'
import type { NavGroup, NavItem } from './ui/page.tsx'

/** The centre or body whose desk is shown in the header. */
export interface Office {
  name: string
  note?: string
}

export interface DeskNav {
  items: NavItem[]
  groups: NavGroup[]
  help: NavItem[]
  userLinks: NavItem[]
  org: Office
  home: string
  deskName: string | undefined
}

export interface DeskNavRequest {
  lang: Language
  desk: Desk
  actor: Actor
  path: string
  counts: Readonly<Record<string, number>>
  office: Office | undefined
  /** Whether the page at this path opens to the actor. */
  mayOpen(path: string): boolean
}

/**
 * The menus of a desk; what they show they never decide. Whoever looks in from another desk sees the doors that open to him, and where none does, the menu of his own desk.
 */
export function deskNav({ lang, desk, actor, path, counts, office, mayOpen }: DeskNavRequest): DeskNav {
  const text = webText(lang)
  const open = (entries: readonly Entry[]): readonly Entry[] => entries.filter(([href, , , roles]) => (!roles || hasRole(actor, roles)) && mayOpen(href))
  const visited = OFFICES[desk]
  const frame = visited && open(entriesOf(visited)).length === 0 ? Object.values(OFFICES).find(({ home }) => home === homePathOf(actor)) : visited
  const groups = frame?.groups ?? []
  const made = (entries: readonly Entry[]): NavItem[] => {
    const current = [...entries, ...(frame ? entriesOf(frame) : [])].map(([href]) => href).filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0]
    return entries.map(([href, key, icon]) => ({ href: `/${lang}${href}`, text: text.nav[key], icon, count: counts[href], current: href === current }))
  }
  // Public menus are words alone, as on paper; icons help where a desk is used all day.
  const words = (entries: readonly Entry[]): NavItem[] => made(entries).map(({ icon: _icon, ...item }) => item)
  const officeName = text.office[desk as keyof typeof text.office] ?? ''
  return {
    items: desk === 'public' ? words(PUBLIC) : desk === 'candidate' ? made(CANDIDATE) : made(open(frame?.items ?? [])),
    groups: groups.map(([title, entries]) => ({ title: text.navGroups[title], items: made(open(entries)) })).filter(({ items }) => items.length > 0),
    help: words(HELP), userLinks: made(desksOf(actor)), org: office ?? { name: officeName },
    home: `/${lang}${frame ? (open(frame.items).some(([path]) => path === frame.home) ? frame.home : homePathOf(actor)) : ''}`, deskName: text.desks[desk] || undefined,
  }
}

const entriesOf = ({ items, groups = [] }: Menu): Entry[] => [...items, ...groups.flatMap(([, grouped]) => grouped)]

/** The desks a person may go to, by his roles today. */
export function desksOf(actor: Actor): Entry[] {
  if (actor.kind !== 'person') return []
  const desks: Entry[] = [['/account', 'myCases', 'user']]
  if (centresOf(actor).length > 0 && hasRole(actor, INBOX_READERS)) desks.push(['/centre', 'inbox', 'inbox'])
  if (centresOf(actor).length > 1) desks.push(['/centre/choose', 'chooseCentre', 'building'])
  if (hasRole(actor, ['assessor', 'panel-member'])) desks.push(['/examiner', 'marking', 'list-checks'])
  if (hasRole(actor, ['ministry', 'national-body'])) desks.push(['/ministry', 'waitingCases', 'building'])
  if (hasRole(actor, ['applicant', 'centre-head'])) desks.push(['/applicant', 'ownAccreditation', 'file-check'])
  if (hasRole(actor, 'accreditor')) desks.push(['/accreditor', 'complaints', 'mail'])
  if (hasRole(actor, ['chamber-officer', 'accreditation-expert', 'accreditation-commission'])) desks.push(['/accreditor/cases', 'accreditationCases', 'inbox'])
  if (hasRole(actor, 'surveyor') && !hasRole(actor, 'accreditor')) desks.push(['/accreditor/surveys', 'surveys', 'list-checks'])
  if (hasRole(actor, 'proctor')) desks.push(['/proctor', 'onlineExams', 'eye'])
  if (hasRole(actor, 'sector-officer')) desks.push(['/sector', 'sectorProfessions', 'book-open'])
  if (hasRole(actor, 'voucher-payer-officer')) desks.push(['/payer', 'voucherActs', 'ticket'])
  if (hasRole(actor, 'career-centre-specialist')) desks.push(['/career-centre', 'voucherRequests', 'inbox'])
  if (organisationsWhere(actor, 'sector-officer').length > 1) desks.push(['/sector/choose', 'chooseBody', 'landmark'])
  if (hasRole(actor, 'employer-representative')) desks.push(['/employer', 'referrals', 'send'])
  if (hasRole(actor, 'auditor')) desks.push(['/auditor', 'journal', 'shield'])
  if (hasRole(actor, 'administrator')) desks.push(['/admin', 'accounts', 'settings'])
  return desks
}

/** The first page of a person after sign-in: the desk where most of his work lies. */
export function homePathOf(actor: Actor): string {
  return desksOf(actor).at(1)?.[0] ?? '/account'
}
