import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/db/migrate.ts'

/** What `npm run proctoring-report -- --save` wrote. Shares are of one core; bytes are what goes over the wire the first time. */
export interface ProctoringReport {
  measuredOn: string
  machine: string
  secondsAScene: number
  packages: Record<string, string>
  scenes: { scene: string; expected: string[]; said: string[]; looks: number }[]
  signals: { kind: string; expected: number; raised: number; falseScenes: number; otherScenes: number; falseFlags: number; hours: number; perHour: number; atMostPerHour: number }[]
  /** Rows: 0, 1, two or more faces there were; columns: as many were counted. */
  faces: number[][]
  /** Rows: quiet, speech; columns: heard as quiet, as speech. */
  voice: number[][]
  cores: { recording?: number; withLooks?: number; everything?: number; twoLooksASecond?: number; looksASecond?: number }
  bytesOnce: number
  foreignRequests: number
  notMeasured: string[]
}

let kept: { at: number; report: ProctoringReport } | undefined

/** The last report, or undefined when nobody has measured. */
export function readProctoringReport(): ProctoringReport | undefined {
  const path = join(projectRoot(), 'docs/proctoring-report.json')
  if (!existsSync(path)) return undefined
  const at = statSync(path).mtimeMs
  if (kept?.at !== at) kept = { at, report: JSON.parse(readFileSync(path, 'utf8')) as ProctoringReport }
  return kept.report
}
