import type { Language } from '#kernel/localized.ts'
import { centresOf, hasRole, organisationsWhere, type Actor, type Role } from '#platform/acts/actor.ts'
import type { Desk } from '#platform/http/page.ts'
import { webText } from './web-text.ts'
import type { IconName } from './ui/icon.tsx'
import type { NavItem } from './ui/page.tsx'

/** The centre or body whose desk is shown in the header. */
export interface Office {
  name: string
  note?: string
}

export interface DeskNav {
  items: NavItem[]
  more: NavItem[]
  help: NavItem[]
  userLinks: NavItem[]
  org: Office
  home: string
  deskName: string | undefined
}

type NavKey = keyof ReturnType<typeof webText>['nav']
/** A line of a menu; with roles it is shown to these only, for others would find a closed door behind it. */
type Entry = readonly [path: string, key: NavKey, icon: IconName, roles?: readonly Role[]]

const CLERKS = ['centre-operator', 'centre-head'] as const
const INBOX_READERS = [...CLERKS, 'invigilator'] as const

const PUBLIC: readonly Entry[] = [['/professions', 'professions', 'search'], ['/centres', 'centres', 'building'], ['/verify', 'verify', 'file-check'], ['/statistics', 'statistics', 'chart-column']]
const HELP: readonly Entry[] = [['/about', 'about', 'info'], ['/help', 'help', 'info'], ['/norms', 'norms', 'scale'], ['/terms', 'terms', 'calendar'], ['/calendar', 'calendar', 'calendar'], ['/complaint', 'complaint', 'message-square'], ['/open-data', 'openData', 'download'], ['/proctoring', 'proctoring', 'eye'],
  ['/register/editions', 'registerEditions', 'book-open'],
  ['/standards', 'standards', 'layers'],
  ['/frameworks', 'frameworks', 'layers'],
  ['/accreditation', 'accreditationClocks', 'clock'],
  ['/privacy', 'privacy', 'shield'],
]
const CANDIDATE: readonly Entry[] = [['/account', 'myCases', 'inbox'], ['/account/letters', 'letters', 'mail'], ['/account/referrals', 'ownReferrals', 'send'], ['/account/vouchers', 'ownVouchers', 'receipt'], ['/account/contacts', 'contacts', 'user'], ['/account/security', 'security', 'key']]
const OFFICES: Readonly<Partial<Record<Desk, { home: string; items: readonly Entry[]; more: readonly Entry[] }>>> = {
  centre: {
    home: '/centre',
    items: [['/centre', 'inbox', 'inbox', INBOX_READERS], ['/centre/paper', 'paper', 'file', CLERKS], ['/centre/sittings', 'sittings', 'calendar'], ['/centre/decisions', 'decisions', 'scale', CLERKS],
      ['/centre/documents', 'documents', 'file-check', CLERKS], ['/centre/appeals', 'appeals', 'rotate-ccw', CLERKS], ['/centre/complaints', 'complaints', 'mail', CLERKS]],
    more: [
      ['/centre/certificate', 'ownCertificate', 'award'],
      ['/centre/contacts', 'centreContacts', 'phone'],
      ['/centre/hours', 'centreHours', 'clock'],
      ['/centre/competences', 'competences', 'graduation-cap'],
      ['/centre/terms', 'contractTerms', 'file-pen'],
      ['/centre/calendar', 'centreCalendar', 'calendar'],
      ['/centre/demand', 'examDemand', 'users', CLERKS],
      ['/centre/equipment', 'equipment', 'hard-hat'],
      ['/centre/programmes', 'programmes', 'book-open'], ['/centre/prices', 'prices', 'receipt'], ['/centre/rooms', 'rooms', 'building'], ['/centre/accessibility', 'accessibility', 'accessibility'], ['/centre/people', 'people', 'users', ['centre-head']],
      ['/proctor', 'onlineExams', 'eye', ['centre-head']],
      ['/centre/money', 'money', 'wallet', CLERKS],
      ['/centre/acts', 'voucherActs', 'ticket', CLERKS],
      ['/centre/handed-over', 'handedOver', 'send', CLERKS],
      ['/centre/monitoring', 'monitoring', 'clipboard-check', CLERKS],
      ['/centre/paper-letters', 'paperLetters', 'printer', CLERKS],
      ['/centre/computers', 'commonComputers', 'monitor', CLERKS],
      ['/centre/examiner-quality', 'examinerQuality', 'chart-column', ['centre-head']],
    ],
  },
  examiner: { home: '/examiner', items: [['/examiner', 'marking', 'list-checks', ['assessor']], ['/examiner/panels', 'panels', 'users', ['panel-member', 'centre-head']], ['/examiner/appeals', 'appeals', 'rotate-ccw']], more: [] },
  ministry: {
    home: '/ministry',
    items: [['/ministry', 'waitingCases', 'inbox'], ['/ministry/import', 'import', 'upload'], ['/ministry/norms', 'norms', 'scale'], ['/ministry/calendar', 'calendarShort', 'calendar'],
      ['/ministry/register', 'register', 'book-open'], ['/ministry/complaints', 'complaints', 'mail'], ['/ministry/annulments', 'annulments', 'ban'],
      ['/ministry/agreements', 'agreements', 'stamp'],
      ['/ministry/standards', 'standards', 'layers'],
      ['/ministry/register-proposals', 'registerProposals', 'pencil'],
      ['/accreditor/cases', 'accreditationCases', 'file'],
      ['/ministry/potential-centres', 'potentialCentres', 'buildings'],
      ['/ministry/monitoring', 'monitoring', 'clipboard-check'],
      ['/ministry/signals', 'signals', 'activity'],
      ['/ministry/examiner-quality', 'examinerQuality', 'chart-column'],
      ['/ministry/demand', 'examDemand', 'users'],
      ['/ministry/money', 'money', 'wallet'],
      ['/ministry/vouchers', 'voucherPlan', 'receipt'],
      ['/ministry/career-centres', 'careerCentres', 'buildings'],
      ['/ministry/deletions', 'deletions', 'trash'],
    ],
    more: [],
  },
  auditor: { home: '/auditor', items: [['/auditor', 'journal', 'shield'], ['/auditor/views', 'views', 'eye'], ['/auditor/checkpoints', 'checkpoints', 'file-check'],
    ['/accreditor/cases', 'accreditationCases', 'file'],
    ['/ministry/monitoring', 'monitoring', 'clipboard-check'], ['/ministry/signals', 'signals', 'activity'],
    ['/ministry/money', 'money', 'wallet'],
    ['/ministry/demand', 'examDemand', 'users'],
    ['/auditor/deletions', 'deletions', 'trash'],
  ], more: [] },
  accreditor: {
    home: '/accreditor',
    items: [
      ['/accreditor/cases', 'accreditationCases', 'inbox'],
      ['/accreditor/surveys', 'surveys', 'list-checks', ['accreditor', 'surveyor']],
      ['/accreditor/decisions', 'accreditationDecisions', 'scale', ['accreditor', 'accreditation-commission']],
      ['/accreditor/certificates', 'certificates', 'file-check', ['accreditor']],
      ['/accreditor/potential-centres', 'potentialCentres', 'buildings', ['accreditor']],
      ['/accreditor/monitoring', 'monitoring', 'clipboard-check', ['accreditor']],
      ['/accreditor/signals', 'signals', 'activity', ['accreditor']],
      ['/accreditor/reissues', 'reissues', 'stamp', ['accreditor']],
      ['/accreditor', 'complaints', 'mail', ['accreditor']],
    ],
    more: [],
  },
  applicant: {
    home: '/applicant',
    items: [
      ['/applicant', 'ownAccreditation', 'file-check'],
      ['/applicant/surveys', 'ownSurveys', 'list-checks'],
      ['/applicant/certificate', 'certificateChanges', 'stamp'],
    ],
    more: [],
  },
  sector: {
    home: '/sector',
    items: [
      ['/sector', 'sectorProfessions', 'book-open'],
      ['/sector/mandatory', 'mandatoryOutcomes', 'file-check'],
      ['/sector/proposals', 'sectorProposals', 'pencil'],
      ['/sector/standards', 'standards', 'layers'],
    ],
    more: [],
  },
  proctor: { home: '/proctor', items: [['/proctor', 'onlineExams', 'eye']], more: [] },
  payer: { home: '/payer', items: [['/payer', 'voucherActs', 'ticket']], more: [] },
  'career-centre': { home: '/career-centre', items: [['/career-centre', 'voucherRequests', 'inbox'], ['/career-centre/computers', 'commonComputers', 'monitor']], more: [] },
  employer: {
    home: '/employer',
    items: [
      ['/employer', 'referrals', 'send'],
      ['/employer/documents', 'workersDocuments', 'award'],
      ['/employer/check', 'checkList', 'file-check'],
      ['/employer/payments', 'payerContracts', 'receipt'],
    ],
    more: [],
  },
  admin: { home: '/admin', items: [['/admin', 'accounts', 'users'], ['/admin/roles', 'roles', 'shield'], ['/admin/organisations', 'organisations', 'building'], ['/admin/career-centres', 'careerCentres', 'buildings'], ['/admin/employer-desks', 'employerDesks', 'send'], ['/admin/api-keys', 'apiKeys', 'key']], more: [] },
}

export interface DeskNavRequest {
  lang: Language
  desk: Desk
  actor: Actor
  path: string
  counts: Readonly<Record<string, number>>
  office: Office | undefined
}

/** The menus of a desk; what they show they never decide. */
export function deskNav({ lang, desk, actor, path, counts, office }: DeskNavRequest): DeskNav {
  const text = webText(lang)
  const frame = OFFICES[desk]
  const open = (entries: readonly Entry[]): readonly Entry[] => entries.filter(([, , , roles]) => !roles || hasRole(actor, roles))
  const made = (entries: readonly Entry[]): NavItem[] => {
    const current = [...entries, ...(frame?.items ?? []), ...(frame?.more ?? [])].map(([href]) => href).filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0]
    return entries.map(([href, key, icon]) => ({ href: `/${lang}${href}`, text: text.nav[key], icon, count: counts[href], current: href === current }))
  }
  // Public menus are words alone, as on paper; icons help where a desk is used all day.
  const words = (entries: readonly Entry[]): NavItem[] => made(entries).map(({ icon: _icon, ...item }) => item)
  const officeName = text.office[desk as keyof typeof text.office] ?? ''
  return {
    items: desk === 'public' ? words(PUBLIC) : desk === 'candidate' ? made(CANDIDATE) : made(open(frame?.items ?? [])),
    more: made(open(frame?.more ?? [])), help: words(HELP), userLinks: made(desksOf(actor)), org: office ?? { name: officeName },
    home: `/${lang}${frame ? (open(frame.items).some(([path]) => path === frame.home) ? frame.home : homePathOf(actor)) : ''}`, deskName: text.desks[desk] || undefined,
  }
}

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
