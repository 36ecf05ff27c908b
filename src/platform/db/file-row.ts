import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'

/** What every table of files that people sent keeps of each: the columns are called alike, for the sweep of orphans asks them all. */
export interface FileRow<By extends Uuid | null = Uuid> {
  name: string
  mediaType: string
  size: number
  /** Of what was sent, so that the same paper is known again. */
  sha256: Uint8Array
  /** What people see; the original lies in quarantine. */
  fileKey: string
  originalKey: string
  uploadedBy: By
  uploadedAt: Moment
}

/** In the order of `fileValues`. */
export const FILE_COLUMNS = 'name, media_type, size, sha256, file_key, original_key, uploaded_by, uploaded_at'

export function fileValues(row: FileRow<Uuid | null>): unknown[] {
  return [row.name, row.mediaType, row.size, row.sha256, row.fileKey, row.originalKey, row.uploadedBy, row.uploadedAt]
}
