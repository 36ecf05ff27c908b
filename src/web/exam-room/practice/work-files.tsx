import { Fragment } from 'preact'
import type { Language } from '#kernel/localized.ts'
import { formatBytes, formatMoment, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { PracticeRoom, WorkFile } from '#modules/exams/index.ts'
import { FileRow } from '../../ui/file-row.tsx'
import { practiceText } from './practice-text.ts'

/** Below this address lie the files of a practice on line. */
export const practiceBase = (lang: Language, number: string) => `/${lang}/exam/${number}/practice`

/** What the candidate sent, the newest last; one that was replaced says so. Outside his room, and once he has ended, with the day and the digests; while he works a file is saved, for leaving the page would cut the recording. */
export function WorkFileList({ files, number, lang, digests = false }: { files: readonly WorkFile[]; number: string; lang: Language; digests?: boolean }) {
  const words = practiceText(lang)
  const when = (at: WorkFile['receivedAt']) => (digests ? formatMoment(at, lang) : formatTime(at))
  if (files.length === 0) return <p class="t-quiet">{words.work.none}</p>
  return (
    <>
      {files.map((file) => (
        <Fragment key={file.id}>
          <FileRow state="made" saved={!digests} name={file.deleted ? words.work.deleted : file.name} href={file.deleted ? undefined : `${practiceBase(lang, number)}/files/${file.id}`}
            about={`${file.deleted ? when(file.receivedAt) : fill(words.work.sentAt, { at: when(file.receivedAt), size: formatBytes(file.size, lang) })}${file.replaced ? ` · ${words.work.replaced}` : ''}`} />
          {digests && <p class="t-micro t-quiet t-hash">{fill(words.sheet.digest, { sha256: file.sha256 })}</p>}
        </Fragment>
      ))}
    </>
  )
}

/** The same in the room of the candidate, with how many there are: this piece alone is drawn anew when a file has come. */
export function OwnWorkFiles({ room, lang }: { room: Pick<PracticeRoom, 'files' | 'number' | 'limits'>; lang: Language }) {
  return (
    <>
      <WorkFileList files={room.files} number={room.number} lang={lang} />
      <p class="t-small t-quiet">{fill(practiceText(lang).work.count, { n: room.files.filter((file) => !file.replaced).length, most: room.limits.most })}</p>
    </>
  )
}

/** The files that the task gives. */
export function TaskFiles({ files, number, lang, saved = false }: { files: PracticeRoom['taskFiles']; number: string; lang: Language; saved?: boolean }) {
  return <>{files.map((file) => <FileRow key={file.id} state="made" saved={saved} name={file.name} about={formatBytes(file.size, lang)} href={`${practiceBase(lang, number)}/task/${file.id}`} />)}</>
}
