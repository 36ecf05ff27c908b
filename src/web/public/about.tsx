import { page } from '#platform/http/page.ts'
import { Facts } from '../ui/facts.tsx'
import { INFO } from './info-texts.ts'
import { NORMS } from './norm-words.ts'

const ORDER = ['L', 'S', 'O', 'P', 'N', 'A', 'I', 'D', '?'] as const

/** What the document is good for, on which law the platform stands, what the marks of evidence mean. */
export const aboutPage = page<null>({
  path: '/about', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 3600,
  load: async () => null,
  title: (_data, lang) => INFO[lang].about.title,
  view: ({ lang }) => {
    const t = INFO[lang].about
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <h2 id="document">{t.good}</h2>
        <ul class="govuk-list govuk-list--bullet"><li>{t.good1}</li><li>{t.good2}</li><li>{t.good3}</li></ul>
        <h2 id="law">{t.law}</h2>
        <ul class="govuk-list govuk-list--bullet"><li>{t.law1}</li><li>{t.law2}</li><li>{t.law3}</li></ul>
        <h2 id="marks">{t.marks}</h2>
        <p>{t.marksLead}</p>
        <Facts facts={ORDER.map((mark) => ({ term: NORMS[lang].marks[mark], value: t.meanings[mark] }))} />
        <p><a href={`/${lang}/norms`}>{t.more}</a></p>
      </div>
    )
  },
})
