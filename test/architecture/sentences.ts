import type { Edge } from './imports.ts'

/** Modules from the top downhill: each may call those after it. */
export const MODULES = [
  'statistics', 'audit', 'retention', 'register', 'monitoring', 'continuations', 'appeals', 'recognition-documents', 'decisions', 'proctoring', 'exams', 'applications', 'employers', 'vouchers', 'billing', 'accreditation',
  'scheduling', 'standards', 'programmes', 'centres', 'mandatory-outcomes', 'professions', 'organisations', 'casework', 'uploads', 'norms', 'people',
] as const

const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const isPackage = (path: string): boolean => !path.startsWith('src/') && !path.startsWith('test/') && !path.startsWith('demo/') && !path.startsWith('bench/')
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('bench/')

/** A sentence about the house: answers the edges that break it. */
export interface Sentence {
  says: string
  broken(edge: Edge): boolean
  /** An edge that must be caught, so that the check is known to look. */
  planted: Edge
}

const edge = (from: string, to: string): Edge => ({ from, to, typeOnly: false })

export const SENTENCES: readonly Sentence[] = [
  {
    says: 'a module is entered by its doors',
    broken: ({ from, to }) => {
      const target = moduleOf(to)
      if (!target || isTest(from) || moduleOf(from) === target) return false
      const rest = to.slice(`src/modules/${target}/`.length)
      if (rest === 'index.ts' || rest === 'browser.ts') return false
      if ((from.startsWith('src/web/') || from.startsWith('src/entry/')) && (rest === 'contract.ts' || rest.startsWith('messages/'))) return false
      return !(from.startsWith('src/entry/') && rest === 'api.ts')
    },
    planted: edge('src/modules/appeals/x.ts', 'src/modules/decisions/store/decision-store.ts'),
  },
  {
    says: 'calls between modules go downhill',
    broken: ({ from, to }) => {
      const [a, b] = [moduleOf(from), moduleOf(to)]
      if (!a || !b || a === b || isTest(from)) return false
      return MODULES.indexOf(a as never) === -1 || MODULES.indexOf(b as never) <= MODULES.indexOf(a as never)
    },
    planted: edge('src/modules/casework/x.ts', 'src/modules/exams/index.ts'),
  },
  {
    says: 'law imports only the kernel and itself',
    broken: ({ from, to }) => /^src\/modules\/[^/]+(\/[^/]+)?\/domain\//.test(from) && !isTest(from) && !to.startsWith('src/kernel/') && !/^src\/modules\/[^/]+(\/[^/]+)?\/domain\//.test(to),
    planted: edge('src/modules/appeals/domain/x.ts', 'src/platform/db/database.ts'),
  },
  {
    says: 'the kernel is a leaf',
    broken: ({ from, to }) => from.startsWith('src/kernel/') && !isTest(from) && !to.startsWith('src/kernel/'),
    planted: edge('src/kernel/x.ts', 'node:crypto'),
  },
  {
    says: 'the platform knows none of our nouns',
    broken: ({ from, to }) => from.startsWith('src/platform/') && !isTest(from) && (to.startsWith('src/modules/') || to.startsWith('src/web/') || to.startsWith('src/entry/')),
    planted: edge('src/platform/x.ts', 'src/modules/people/index.ts'),
  },
  {
    says: 'no database in the pages',
    broken: ({ from, to }) => from.startsWith('src/web/') && !isTest(from) && (to.startsWith('src/platform/db/') || /\/store\//.test(to) || to === 'pg'),
    planted: edge('src/web/public/x.tsx', 'src/platform/db/database.ts'),
  },
  {
    says: 'only the entry knows everything',
    broken: ({ from, to }) => to.startsWith('src/entry/') && !from.startsWith('src/entry/') && !isTest(from) && !from.startsWith('demo/') && !from.startsWith('bench/') && !from.startsWith('scripts/'),
    planted: edge('src/modules/people/x.ts', 'src/entry/world.ts'),
  },
  {
    says: 'islands carry neither schemas nor the server',
    broken: ({ from, to, typeOnly }) => from.startsWith('src/web/islands/') && !isTest(from) && !typeOnly &&
      !(to.startsWith('src/web/islands/') || to.startsWith('src/web/ui/') || to.startsWith('src/kernel/') || /^src\/modules\/[^/]+\/browser\.ts$/.test(to) || to === 'preact' || to.startsWith('preact/') ||
        // The models of the watch run in workers of their own, fetched when the camera opens and not with the page.
        (/^src\/web\/islands\/proctoring\/[a-z]+-worker\.ts$/.test(from) && /^(?:@vladmandic\/human|@ricky0123\/vad-web|onnxruntime-web)(?:\/|$)/.test(to))),
    planted: edge('src/web/islands/exam-room/x.ts', 'zod'),
  },
  {
    says: 'the interface components know nothing but the kernel',
    broken: ({ from, to }) => from.startsWith('src/web/ui/') && !isTest(from) && !(to.startsWith('src/web/ui/') || to.startsWith('src/kernel/') || to === 'preact' || to.startsWith('preact/')),
    planted: edge('src/web/ui/x.tsx', 'src/platform/i18n/format.ts'),
  },
  {
    says: 'stores decide nothing: they know the database, the kernel and the law of their module',
    broken: ({ from, to }) => /^src\/modules\/[^/]+(\/[^/]+)?\/store\//.test(from) && !isTest(from) &&
      !(to.startsWith('src/kernel/') || to.startsWith('src/platform/db/') || to.startsWith('src/platform/acts/') || (moduleOf(to) === moduleOf(from) && /\/(domain|store)\//.test(to))),
    planted: edge('src/modules/appeals/store/x.ts', 'src/modules/decisions/index.ts'),
  },
  {
    says: 'acts use packages rarely: none but zod in contracts and routes',
    broken: ({ from, to }) => from.startsWith('src/modules/') && !isTest(from) && isPackage(to) && !to.startsWith('node:') && !(to === 'zod' && /\/(contract|api)[a-z-]*\.ts$/.test(from)),
    planted: edge('src/modules/appeals/lodge-appeal.ts', 'fastify'),
  },
]
