/** The parts of a survey: what Art. 23 and the papers of the applicant name [S], and what a centre owes to people with disabilities [S]; the questions themselves are ours [D]. */
export const SECTIONS = ['premises', 'equipment', 'resources', 'accessibility', 'safety', 'staff'] as const
export type Section = (typeof SECTIONS)[number]

interface Question {
  section: Section
  /** Asked once for every profession and level, not once for the place. */
  perProfession: boolean
}

const once = (section: Section): Question => ({ section, perProfession: false })
const each = (section: Section): Question => ({ section, perProfession: true })

/** Every question of the survey under its key. */
export const QUESTIONS = {
  'premises-title': once('premises'),
  'premises-theory': once('premises'),
  'premises-practice': each('premises'),
  'equipment-present': each('equipment'),
  'equipment-works': each('equipment'),
  'resources-enough': each('resources'),
  'resources-recording': once('resources'),
  'access-entrance': once('accessibility'),
  'access-seat': once('accessibility'),
  'safety-fire': once('safety'),
  'safety-briefing': once('safety'),
  'staff-present': each('staff'),
  'staff-originals': once('staff'),
} as const satisfies Record<string, Question>
export type QuestionKey = keyof typeof QUESTIONS

export interface ChecklistItem {
  /** `question`, or `question@profession/level` where it is asked of a profession. */
  key: string
  question: QuestionKey
  section: Section
  professionCode: string | null
  level: number | null
}

/** The checklist of one case: every question once, those about a profession once for each profession and level asked for. */
export function checklistOf(lines: readonly { professionCode: string; level: number }[]): ChecklistItem[] {
  const questions = Object.entries(QUESTIONS) as [QuestionKey, Question][]
  return questions.flatMap(([question, { section, perProfession }]): ChecklistItem[] => (perProfession
    ? lines.map(({ professionCode, level }) => ({ key: `${question}@${professionCode}/${level}`, question, section, professionCode, level }))
    : [{ key: question, question, section, professionCode: null, level: null }]))
}
