import { STAGES } from '#kernel/exam-stage.ts'
import type { Download, EventStream, Page } from '#platform/http/page.ts'
import { oneOf } from '#modules/proctoring/index.ts'
import { attemptPage, clipDownload, closedLook, ownClipDownload, pictureDownload } from './attempt.tsx'
import { chatStream } from '../chat/chat.tsx'
import { deskPage, deskStream } from './desk.tsx'
import { proctorHomePage } from './home.tsx'
import { openedPage } from './opened.tsx'
import { ownWatchPage } from './own.tsx'

export const pages = [proctorHomePage, deskPage, attemptPage, openedPage, ownWatchPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [clipDownload, closedLook, ownClipDownload, pictureDownload]
export const eventStreams: readonly EventStream[] = [deskStream, chatStream('/proctor/cases/:number/messages', 'proctoring.read', ['proctor', 'centre-head'], 'proctor', (query) => oneOf(STAGES, query.get('stage')))]
