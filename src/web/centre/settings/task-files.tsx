import type { Language } from '#kernel/localized.ts'
import { download } from '#platform/http/page.ts'
import { formatBytes } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readTaskFile, type TaskFile, type TaskFileLimits } from '#modules/programmes/index.ts'
import { Box } from '../../ui/card.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { Button, FileField, Form, type FormState } from '../../ui/form.tsx'
import type { EditorDesk } from './programme-parts.ts'
import { settingsText } from './settings-text.ts'

interface Props {
  lang: Language
  files: readonly TaskFile[]
  limits: TaskFileLimits
  /** Path of the version at this desk. */
  here: string
  form: FormState
  csrf: string
  requestKey: string
  revision: number
}

/** The files that a candidate gets with the task: to open, to take out, to add one. */
export function TaskFilesBox({ lang, files, limits, here, form, csrf, requestKey, revision }: Props) {
  const words = settingsText(lang).taskFiles
  return (
    <Box title={words.title}>
      <div class="t-stack">
        <p>{words.lead}</p>
        {files.map((file) => (
          <Form key={file.id} csrf={csrf} requestKey={`${requestKey}-${file.id}`} version={revision} values={{ file: file.id }}>
            <FileRow state="made" name={file.name} about={formatBytes(file.size, lang)} href={`${here}/task-files/${file.id}`}
              remove={<Button kind="link" name="do" value="task-file-removed" icon="trash" more={file.name}>{settingsText(lang).editor.remove}</Button>} />
          </Form>
        ))}
        {files.length < limits.most && (
          <Form csrf={csrf} requestKey={`${requestKey}-file`} version={revision} files>
            <FileField form={form} name="file" label={words.file} hint={fill(words.hint, { most: limits.most, megabytes: limits.megabytes })} accept="application/pdf,image/jpeg,image/png" />
            <Button kind="secondary" name="do" value="task-file-added" icon="upload">{words.add}</Button>
          </Form>
        )}
      </div>
    </Box>
  )
}

/** The names of the files with links, where the task is read. */
export function TaskFileList({ lang, files, here }: { readonly lang: Language; readonly files: readonly TaskFile[]; readonly here: string | undefined }) {
  if (files.length === 0) return null
  return (
    <section aria-label={settingsText(lang).taskFiles.title}>
      <p><b>{settingsText(lang).taskFiles.title}</b></p>
      {files.map((file) => <FileRow key={file.id} state="made" name={file.name} about={formatBytes(file.size, lang)} href={here && `${here}/task-files/${file.id}`} />)}
    </section>
  )
}

/** One file of the task. */
export const taskFileDownload = (desk: EditorDesk) => download({
  path: `${desk.base}/:id/task-files/:file`, action: 'programme.read-key', access: desk.keyReaders,
  async handle(ctx, { params }) {
    const { file, bytes } = await readTaskFile(ctx, { versionId: params['id']!, fileId: params['file']! })
    return { body: bytes, mediaType: file.mediaType, filename: file.name, inline: true }
  },
})
