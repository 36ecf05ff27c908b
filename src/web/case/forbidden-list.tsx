import type { Language } from '#kernel/localized.ts'
import { listForbiddenItems } from '#modules/exams/index.ts'

/** What may not be brought to the exam, the whole list. */
export function ForbiddenList({ lang }: { lang: Language }) {
  return <ul class="t-dots t-dots--columns">{listForbiddenItems(lang).map((item) => <li key={item}>{item}</li>)}</ul>
}
