import { download, islandRoute } from '#platform/http/page.ts'
import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { openPhoto, openSurveyAct, readSurvey, writeEntries } from '#modules/accreditation/index.ts'
import { blockerText } from '../../denials.ts'
import { ownSurveyPage, ownSurveysPage } from './own-survey.tsx'
import { readSentLog } from './sent-entry.ts'
import { surveyPage, surveysPage } from './survey-page.tsx'
import { surveyText } from './survey-text.ts'
import { otherMarks, tabletPage } from './tablet.tsx'

/** Where the tablet delivers what was written; with no entry at all it asks what the others have marked. */
const entriesRoute = islandRoute({
  path: '/accreditor/surveys/:id/entries', action: 'survey.write', access: ['surveyor'], method: 'POST',
  async handle(ctx, request) {
    const caseId = request.params['id']!
    const written = await writeEntries(ctx, { caseId, ...readSentLog(request.body) })
    const view = await readSurvey(ctx, caseId)
    return {
      lastSeq: written.lastSeq, outcomes: written.outcomes.map((each) => (each.code ? { ...each, reason: blockerText(request.lang, { code: each.code }) } : each)), others: otherMarks(view, request.lang),
    }
  },
})

const photoDownload = download({
  path: '/accreditor/surveys/:id/photos/:photo', action: 'survey.read', access: 'signed-in',
  async handle(ctx, { params }) {
    const { photo, bytes } = await openPhoto(ctx, params['id']!, params['photo']!)
    return { body: bytes, mediaType: photo.mediaType, filename: photo.name, inline: true }
  },
})
const actDownload = download({
  path: '/accreditor/surveys/:id/act', action: 'survey.read', access: 'signed-in',
  async handle(ctx, { lang, params }) {
    const { bytes, number } = await openSurveyAct(ctx, params['id']!)
    return { body: bytes, mediaType: 'application/pdf', filename: `${number} ${surveyText(lang).actName}.pdf`, inline: true }
  },
})

export const pages = [surveysPage, surveyPage, tabletPage, ownSurveysPage, ownSurveyPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [photoDownload, actDownload]
export const islandRoutes: readonly IslandRoute[] = [entriesRoute]
