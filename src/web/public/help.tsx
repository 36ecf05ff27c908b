import { page } from '#platform/http/page.ts'
import { INFO } from './info-texts.ts'

/** Answers to what people ask first. */
export const helpPage = page<null>({
  path: '/help', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 3600,
  load: async () => null,
  title: (_data, lang) => INFO[lang].help.title,
  view: ({ lang }) => {
    const t = INFO[lang].help
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        {t.items.map(([question, answer]) => <section key={question}><h2>{question}</h2><p>{answer}</p></section>)}
        <section id="accessibility"><h2>{t.access}</h2><p>{t.accessText}</p></section>
        <p><a href={`/${lang}/norms`}>{t.terms}</a></p>
        <p><a href={`/${lang}/display?from=${encodeURIComponent(`/${lang}/help`)}`}>{t.display}</a></p>
      </div>
    )
  },
})
