import type { Page } from '#platform/http/page.ts'
import { WATCHERS, type Watcher } from '../monitoring/parts.tsx'
import { signalFor, signalsFor } from './signals.tsx'

const at = (watcher: Watcher, base: string): readonly Page<never>[] => [signalsFor({ ...watcher, base }), signalFor({ ...watcher, base })]

export const pages: readonly Page<never>[] = at(WATCHERS.accreditor, '/accreditor/signals')
export const ministryPages: readonly Page<never>[] = at(WATCHERS.ministry, '/ministry/signals')
