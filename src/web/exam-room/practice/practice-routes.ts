import { Denial } from '#kernel/denial.ts'
import { download, islandRoute } from '#platform/http/page.ts'
import { findPracticeRoom, openTaskFileOfCase, openWorkFile } from '#modules/exams/index.ts'
import { drawOwnFiles } from './practice-page.tsx'

/** Where the work stands, for the page that is open: the time, a stop, the files. Nothing of it changes anything. */
export const practiceStateRoute = islandRoute({
  path: '/exam/:number/practice/state', action: 'practice.work', access: 'signed-in', method: 'GET',
  async handle(ctx, { params }) {
    const room = await findPracticeRoom(ctx, params['number']!, { always: true })
    if (!room) throw new Denial('not-found')
    return { state: room.state, halted: room.haltedAt !== null, leftMs: room.leftMs, files: room.files.length, html: room.state === 'running' ? drawOwnFiles(room, ctx.lang) : '' }
  },
})

/** A file of the work, for whoever may see it. */
export const workFileDownload = download({
  path: '/exam/:number/practice/files/:file', action: 'practice.work-file', access: 'signed-in',
  async handle(ctx, { params }) {
    const file = await openWorkFile(ctx, { number: params['number']!, id: params['file']! })
    return { body: file.bytes, mediaType: file.mediaType, filename: file.name, inline: true }
  },
})

/** A file of the task. */
export const caseTaskFileDownload = download({
  path: '/exam/:number/practice/task/:file', action: 'practice.task-file', access: 'signed-in',
  async handle(ctx, { params }) {
    const file = await openTaskFileOfCase(ctx, { number: params['number']!, fileId: params['file']! })
    return { body: file.bytes, mediaType: file.mediaType, filename: file.name, inline: true }
  },
})
