import { deny } from '#kernel/denial.ts'
import type { Survey } from './store/survey-store.ts'

/** From the first signature on nobody changes what the others have signed. */
export function denyClosed(survey: Survey | undefined): void {
  if (survey?.answer) deny('survey.answered-already')
  if (survey?.closedAt) deny('survey.closed')
}
