import type { Role } from '#platform/acts/actor.ts'
import type { Desk } from '#platform/http/page.ts'
import type { IconName } from './ui/icon.tsx'
import type { webText } from './web-text.ts'

export type NavKey = keyof ReturnType<typeof webText>['nav']
export type NavGroupKey = keyof ReturnType<typeof webText>['navGroups']
/** A line of a menu; with roles it is shown to these only, for others would find a closed door behind it. */
export type Entry = readonly [path: string, key: NavKey, icon: IconName, roles?: readonly Role[]]
/** What a desk is used for all day, and what belongs together besides. */
export interface Menu {
  home: string
  items: readonly Entry[]
  groups?: readonly (readonly [title: NavGroupKey, entries: readonly Entry[]])[]
}

export const CLERKS = ['centre-operator', 'centre-head'] as const
export const INBOX_READERS = [...CLERKS, 'invigilator'] as const

export const PUBLIC: readonly Entry[] = [['/professions', 'professions', 'search'], ['/centres', 'centres', 'building'], ['/verify', 'verify', 'file-check'], ['/statistics', 'statistics', 'chart-column']]
export const HELP: readonly Entry[] = [['/about', 'about', 'info'], ['/help', 'help', 'info'], ['/norms', 'norms', 'scale'], ['/terms', 'terms', 'calendar'], ['/calendar', 'calendar', 'calendar'], ['/complaint', 'complaint', 'message-square'], ['/open-data', 'openData', 'download'], ['/proctoring', 'proctoring', 'eye'],
  ['/register/editions', 'registerEditions', 'book-open'],
  ['/standards', 'standards', 'layers'],
  ['/frameworks', 'frameworks', 'layers'],
  ['/accreditation', 'accreditationClocks', 'clock'],
  ['/privacy', 'privacy', 'shield'],
]
export const CANDIDATE: readonly Entry[] = [['/account', 'myCases', 'inbox'], ['/account/letters', 'letters', 'mail'], ['/account/referrals', 'ownReferrals', 'send'], ['/account/vouchers', 'ownVouchers', 'receipt'], ['/account/contacts', 'contacts', 'user'], ['/account/security', 'security', 'key']]
export const OFFICES: Readonly<Partial<Record<Desk, Menu>>> = {
  centre: {
    home: '/centre',
    items: [['/centre', 'inbox', 'inbox', INBOX_READERS], ['/centre/paper', 'paper', 'file', CLERKS], ['/centre/sittings', 'sittings', 'calendar'], ['/centre/decisions', 'decisions', 'scale', CLERKS],
      ['/centre/documents', 'documents', 'file-check', CLERKS], ['/centre/appeals', 'appeals', 'rotate-ccw', CLERKS], ['/centre/complaints', 'complaints', 'mail', CLERKS]],
    groups: [
      ['exam', [
        ['/centre/calendar', 'centreCalendar', 'calendar'], ['/centre/demand', 'examDemand', 'users', CLERKS], ['/centre/programmes', 'programmes', 'book-open'], ['/centre/rooms', 'rooms', 'building'],
        ['/centre/equipment', 'equipment', 'hard-hat'], ['/proctor', 'onlineExams', 'eye', ['centre-head']], ['/centre/examiner-quality', 'examinerQuality', 'chart-column', ['centre-head']],
      ]],
      ['money', [
        ['/centre/prices', 'prices', 'receipt'], ['/centre/terms', 'contractTerms', 'file-pen'], ['/centre/money', 'money', 'wallet', CLERKS], ['/centre/acts', 'voucherActs', 'ticket', CLERKS],
        ['/centre/paper-letters', 'paperLetters', 'printer', CLERKS],
      ]],
      ['centre', [
        ['/centre/certificate', 'ownCertificate', 'award'], ['/centre/contacts', 'centreContacts', 'phone'], ['/centre/hours', 'centreHours', 'clock'], ['/centre/accessibility', 'accessibility', 'accessibility'],
        ['/centre/people', 'people', 'users', ['centre-head']], ['/centre/competences', 'competences', 'graduation-cap'], ['/centre/monitoring', 'monitoring', 'clipboard-check', CLERKS],
        ['/centre/handed-over', 'handedOver', 'send', CLERKS], ['/centre/computers', 'commonComputers', 'monitor', CLERKS],
      ]],
    ],
  },
  examiner: { home: '/examiner', items: [['/examiner', 'marking', 'list-checks', ['assessor']], ['/examiner/panels', 'panels', 'users', ['panel-member', 'centre-head']], ['/examiner/appeals', 'appeals', 'rotate-ccw']] },
  ministry: {
    home: '/ministry',
    items: [['/ministry', 'waitingCases', 'inbox'], ['/ministry/complaints', 'complaints', 'mail'], ['/ministry/annulments', 'annulments', 'ban'], ['/ministry/signals', 'signals', 'activity']],
    groups: [
      ['register', [
        ['/ministry/register', 'register', 'book-open'], ['/ministry/register-proposals', 'registerProposals', 'pencil'], ['/ministry/standards', 'standards', 'layers'], ['/ministry/import', 'import', 'upload'],
      ]],
      ['centres', [
        ['/accreditor/cases', 'accreditationCases', 'file'], ['/ministry/agreements', 'agreements', 'stamp'], ['/ministry/potential-centres', 'potentialCentres', 'buildings'], ['/ministry/monitoring', 'monitoring', 'clipboard-check'],
        ['/ministry/demand', 'examDemand', 'users'], ['/ministry/examiner-quality', 'examinerQuality', 'chart-column'],
      ]],
      ['money', [['/ministry/money', 'money', 'wallet'], ['/ministry/vouchers', 'voucherPlan', 'receipt'], ['/ministry/career-centres', 'careerCentres', 'buildings']]],
      ['norms', [['/ministry/norms', 'norms', 'scale'], ['/ministry/calendar', 'calendarShort', 'calendar'], ['/ministry/deletions', 'deletions', 'trash']]],
    ],
  },
  auditor: { home: '/auditor', items: [['/auditor', 'journal', 'shield'], ['/auditor/views', 'views', 'eye'], ['/auditor/checkpoints', 'checkpoints', 'file-check'],
    ['/accreditor/cases', 'accreditationCases', 'file'],
    ['/ministry/monitoring', 'monitoring', 'clipboard-check'], ['/ministry/signals', 'signals', 'activity'],
    ['/ministry/money', 'money', 'wallet'],
    ['/ministry/demand', 'examDemand', 'users'],
    ['/auditor/deletions', 'deletions', 'trash'],
  ] },
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
  },
  applicant: {
    home: '/applicant',
    items: [
      ['/applicant', 'ownAccreditation', 'file-check'],
      ['/applicant/surveys', 'ownSurveys', 'list-checks'],
      ['/applicant/certificate', 'certificateChanges', 'stamp'],
    ],
  },
  sector: {
    home: '/sector',
    items: [
      ['/sector', 'sectorProfessions', 'book-open'],
      ['/sector/mandatory', 'mandatoryOutcomes', 'file-check'],
      ['/sector/proposals', 'sectorProposals', 'pencil'],
      ['/sector/standards', 'standards', 'layers'],
    ],
  },
  proctor: { home: '/proctor', items: [['/proctor', 'onlineExams', 'eye']] },
  payer: { home: '/payer', items: [['/payer', 'voucherActs', 'ticket']] },
  'career-centre': { home: '/career-centre', items: [['/career-centre', 'voucherRequests', 'inbox'], ['/career-centre/computers', 'commonComputers', 'monitor']] },
  employer: {
    home: '/employer',
    items: [
      ['/employer', 'referrals', 'send'],
      ['/employer/documents', 'workersDocuments', 'award'],
      ['/employer/check', 'checkList', 'file-check'],
      ['/employer/payments', 'payerContracts', 'receipt'],
    ],
  },
  admin: { home: '/admin', items: [['/admin', 'accounts', 'users'], ['/admin/roles', 'roles', 'shield'], ['/admin/organisations', 'organisations', 'building'], ['/admin/career-centres', 'careerCentres', 'buildings'], ['/admin/employer-desks', 'employerDesks', 'send'], ['/admin/api-keys', 'apiKeys', 'key']] },
}
