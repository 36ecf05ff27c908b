import type { Blocker } from '#kernel/denial.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'

/** One file that a candidate gets with the task of the practice. The digest is of the bytes he gets, SHA-256 in hexadecimal, so that an edition is frozen with them. */
export interface TaskFile {
  id: Uuid
  name: string
  /** Bytes. */
  size: number
  sha256: string
  mediaType: string
}

/** The modes of the practice that an edition allows; one from before the practice could be held on line says nothing and means the centre. */
export function practiceModesOf(content: { practiceModes?: readonly ExamMode[] }): readonly ExamMode[] {
  return content.practiceModes ?? ['offline']
}

/** Why the stages cannot be held so. A candidate chooses once for his whole exam, so the practice is on line only where the theory may be; and it can always be taken in the centre [D]. */
export function modeBlockers(content: { modes: readonly ExamMode[]; practiceModes?: readonly ExamMode[] }): Blocker[] {
  const found: Blocker[] = []
  if (content.modes.length === 0) found.push({ code: 'programme.modes-missing' })
  const practice = practiceModesOf(content)
  if (!practice.includes('offline')) found.push({ code: 'programme.practice-centre-missing' })
  if (practice.includes('online') && !content.modes.includes('online')) found.push({ code: 'programme.practice-online-theory-not' })
  return found
}

/** How many files a task may have, and how large one may be, by the norm [D]. */
export interface TaskFileLimits {
  most: number
  megabytes: number
}

/** Why this file cannot join the task; `already` are those that it has. */
export function taskFileBlockers(file: Pick<TaskFile, 'size' | 'sha256'>, already: readonly Pick<TaskFile, 'sha256'>[], limits: TaskFileLimits): Blocker[] {
  const found: Blocker[] = []
  if (already.length >= limits.most) found.push({ code: 'programme.task-files-most', data: { most: limits.most } })
  if (file.size > limits.megabytes * 1024 * 1024) found.push({ code: 'programme.task-file-too-large', data: { megabytes: limits.megabytes } })
  if (already.some((each) => each.sha256 === file.sha256)) found.push({ code: 'programme.task-file-there' })
  return found
}
