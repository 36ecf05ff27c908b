import type { Language } from '#kernel/localized.ts'
import type { BriefingView } from '#modules/exams/index.ts'

/** The texts that are shown and kept, in the language of the reader; Kazakh stands for English. */
export function BriefingTexts({ parts, lang }: { parts: BriefingView['kinds'][number]['parts']; lang: Language }) {
  const side = lang === 'ru' ? 'ru' : 'kk'
  return (
    <>
      {parts.map((part) => (
        <section key={part.title.kk} class="t-shown" lang={side}>
          <h3>{part.title[side]}</h3>
          {part.text[side].split('\n').map((line) => <p key={line}>{line}</p>)}
        </section>
      ))}
    </>
  )
}
