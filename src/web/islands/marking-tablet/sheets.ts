import type { Kept } from '../kept/queue.ts'

/** How one sheet stands with the server. */
export interface SheetState {
  state: 'waiting' | 'running' | 'accepted' | 'set-aside' | 'ended'
  label: string
  marks: Record<number, { done: boolean; note: string; said: string }>
  refused: string[]
  photos: { kind: 'photo' | 'video'; step: number; href: string; said: string }[]
}

/** What the assessor sees of one operation: the mark, and the word beside it. */
export interface Shown {
  done: boolean
  note: string
  said: string
}

/** The marks of a sheet as its assessor gave them: what the server has, and over it what still waits on the device. */
export function marksShown(state: SheetState, pending: readonly Kept[], kept: string): Map<number, Shown> {
  const shown = new Map<number, Shown>(Object.entries(state.marks).map(([no, mark]) => [Number(no), mark]))
  for (const { kind, body } of [...pending].sort((a, b) => a.seq - b.seq)) {
    if (kind === 'mark') shown.set(Number(body['step']), { done: body['done'] === true, note: String(body['note']), said: kept })
  }
  return shown
}

/** True while the assessor may write on the sheet: nothing ended it, here or there. */
export function isOpen(state: SheetState, pending: readonly Kept[]): boolean {
  return (state.state === 'waiting' || state.state === 'running') && !pending.some((each) => each.kind === 'stop')
}

/** The candidate and the operation that an address within the page names: `#2026-01-000005-N.3`. */
export function placeOf(hash: string): { number: string; no: number | undefined } | undefined {
  const match = /^#([0-9A-Z-]{8,40})(?:\.(\d{1,3}))?$/i.exec(hash)
  return match ? { number: match[1]!, no: match[2] === undefined ? undefined : Number(match[2]) } : undefined
}

/** Minutes and seconds of a timer: 95 is "1:35". */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
