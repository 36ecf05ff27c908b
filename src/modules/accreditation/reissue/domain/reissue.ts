import type { Blocker } from '#kernel/denial.ts'

/** Why a certificate is written anew: an open list [D], for the clauses of Order 381 are not known to us. */
export const REISSUE_GROUNDS = ['name-changed', 'address-changed', 'mistake', 'other'] as const
export type ReissueGround = (typeof REISSUE_GROUNDS)[number]

/** What is to stand in the new certificate; the BIN, the scope and the last day never change. */
export interface Wording {
  nameKk: string
  nameRu: string
  nameEn: string
  addressKk: string
  addressRu: string
}
export const WORDING_FIELDS = ['nameKk', 'nameRu', 'nameEn', 'addressKk', 'addressRu'] as const

/** The longest name or address. */
const LONGEST = 300

/** Why the request does not stand: a ground, its circumstances, every word in both languages, and something that changes, unless the ground is another. */
export function requestBlockers(request: { ground: string; note: string } & Wording, today: Wording): Blocker[] {
  const found: Blocker[] = []
  const ground = REISSUE_GROUNDS.find((each) => each === request.ground)
  if (!ground) found.push({ code: 'reissue.ground-missing', data: { field: 'ground' } })
  if (request.note.trim() === '') found.push({ code: 'reissue.note-missing', data: { field: 'note' } })
  const missing = WORDING_FIELDS.filter((field) => field !== 'nameEn' && request[field].trim() === '')
  found.push(...missing.map((field) => ({ code: 'reissue.word-missing', data: { field } })))
  found.push(...WORDING_FIELDS.filter((field) => request[field].length > LONGEST).map((field) => ({ code: 'reissue.word-too-long', data: { field, most: LONGEST } })))
  const changed = (fields: readonly (keyof Wording)[]) => fields.some((field) => request[field].trim() !== today[field].trim())
  if (ground === 'name-changed' && !changed(['nameKk', 'nameRu', 'nameEn'])) found.push({ code: 'reissue.name-unchanged', data: { field: 'nameKk' } })
  if (ground === 'address-changed' && !changed(['addressKk', 'addressRu'])) found.push({ code: 'reissue.address-unchanged', data: { field: 'addressKk' } })
  return found
}

export type ReissueStep = 'asked' | 'prepared' | 'issued' | 'refused' | 'withdrawn'
export function reissueStep(row: { preparedBy: string | null; outcome: 'issued' | 'refused' | 'withdrawn' | null }): ReissueStep {
  return row.outcome ?? (row.preparedBy ? 'prepared' : 'asked')
}
