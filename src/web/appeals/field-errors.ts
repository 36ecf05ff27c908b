import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { PostResult } from '#platform/http/page.ts'
import { blockerText } from '../denials.ts'

/** At which field of the form a reason belongs. */
const FIELDS: Readonly<Record<string, string>> = {
  'appeal.panel-too-small': 'members', 'appeal.panel-even': 'members', 'appeal.panel-stranger': 'members', 'appeal.panel-took-part': 'members', 'appeal.panel-heard-first': 'members', 'appeal.panel-of-another-centre': 'members', 'appeal.panel-of-own-centre': 'members', 'appeal.panel-chair-missing': 'chair',
  'appeal.panel-alone-with-document': 'members',
  'appeal.received-wrong': 'receivedOn', 'appeal.received-in-future': 'receivedOn', 'appeal.term-over': 'receivedOn', 'appeal.scan-missing': 'scan',
  'appeal.restoring-missing': 'restored', 'appeal.not-restored': 'restored',
  'appeal.reasons-missing': 'reasons', 'appeal.passed-already': 'outcome', 'appeal.not-examined': 'outcome', 'appeal.against-the-votes': 'outcome', 'appeal.stages-missing': 'again', 'appeal.stage-not-of-attempt': 'again', 'appeal.stage-left-out': 'again', 'appeal.theory-passed': 'again',
  'delivery.day-wrong': 'deliveredOn', 'delivery.in-future': 'deliveredOn', 'delivery.before-issue': 'deliveredOn', 'delivery.scan-missing': 'scan', 'delivery.witness-is-clerk': 'witness', 'delivery.witness-unknown': 'witness',
  'person.surname-missing': 'surname', 'person.given-name-missing': 'givenName', 'person.birth-date-wrong': 'birthOn', 'person.birth-date-future': 'birthOn', 'person.birth-date-not-of-iin': 'birthOn',
  'iin.twelve-digits': 'iin', 'iin.check-digit': 'iin', 'iin.birth-date': 'iin', 'iin.century': 'iin', 'iin.demonstration': 'iin',
  'complaint.received-wrong': 'receivedOn', 'complaint.received-in-future': 'receivedOn', 'complaint.scan-missing': 'scan',
  'complaint.subject-missing': 'subject', 'complaint.body-missing': 'body', 'complaint.body-too-long': 'body', 'complaint.about-stranger': 'person', 'complaint.finding-missing': 'finding', 'complaint.answer-missing': 'answer',
}

/** Answers a form: when its act says no for several reasons, each stands at its own field. */
export async function atFields(lang: Language, act: () => Promise<PostResult>, fields: Readonly<Record<string, string>> = FIELDS): Promise<PostResult> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Denial) || error.blockers.length === 0) throw error
    return {
      errors: error.blockers.map((blocker) => {
        // A reason that comes once for each of several fields names its own.
        const field = fields[blocker.code] ?? blocker.data?.['field']
        return { ...(typeof field === 'string' ? { field } : {}), message: blockerText(lang, blocker) }
      }),
    }
  }
}
