
/** A text of the programme in its languages. */
export interface DraftText {
  kk: string
  ru: string
  en?: string
}

export interface FailedFacts {
  theory?: { passed: boolean; failedTopics: readonly string[] }
  practice?: { passed: boolean; steps: readonly { no: number; counts: boolean; done: boolean | null }[] }
}
export interface RecommendationContent {
  topics: readonly { code: string; name: DraftText }[]
  map: { steps: readonly { no: number; operation: DraftText; criterion: DraftText; topic?: string }[] }
  recommendations: Readonly<Record<string, DraftText>>
}

/** One line of the draft: a topic to learn again, or an operation to practise. */
export type Recommendation =
  | { kind: 'topic'; name: DraftText; text: DraftText | undefined }
  | { kind: 'step'; no: number; operation: DraftText; criterion: DraftText; text: DraftText | undefined }

/** Drafts what to learn from the topics and operations that failed; a stage that was passed gives nothing, and a topic is named once. */
export function draftRecommendations(facts: FailedFacts, content: RecommendationContent): Recommendation[] {
  const drafted: Recommendation[] = []
  const named = new Set<string>()
  if (facts.theory && !facts.theory.passed) {
    for (const topic of content.topics.filter((each) => facts.theory!.failedTopics.includes(each.code))) {
      named.add(topic.code)
      drafted.push({ kind: 'topic', name: topic.name, text: content.recommendations[topic.code] })
    }
  }
  if (facts.practice && !facts.practice.passed) {
    for (const step of content.map.steps) {
      const marked = facts.practice.steps.find((each) => each.no === step.no)
      if (marked === undefined || !marked.counts || marked.done !== false) continue
      const text = step.topic !== undefined && !named.has(step.topic) ? content.recommendations[step.topic] : undefined
      if (step.topic !== undefined) named.add(step.topic)
      drafted.push({ kind: 'step', no: step.no, operation: step.operation, criterion: step.criterion, text })
    }
  }
  return drafted
}
