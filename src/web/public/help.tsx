import { normNumber } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { INFO } from './info-texts.ts'

/** Answers to what people ask first, with the terms of the norms in force. */
export const helpPage = page<{ notice: number; appeal: number }>({
  path: '/help', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 3600,
  async load(ctx) {
    const norms = await ctx.law.normsInForce(ctx.db, register.todayOf(ctx))
    return { notice: normNumber(norms, 'notice.wholeDays'), appeal: normNumber(norms, 'deadline.T6.length') }
  },
  title: (_data, lang) => INFO[lang].help.title,
  view: ({ lang, data }) => {
    const t = INFO[lang].help
    const terms = { notice: termDays(data.notice, lang, 'whole'), appeal: termDays(data.appeal, lang) }
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        {t.items.map(([question, answer]) => <section key={question}><h2>{question}</h2><p>{fill(answer, terms)}</p></section>)}
        <section id="accessibility"><h2>{t.access}</h2><p>{t.accessText}</p></section>
        <p><a href={`/${lang}/norms`}>{t.terms}</a></p>
        <p><a href={`/${lang}/display?from=${encodeURIComponent(`/${lang}/help`)}`}>{t.display}</a></p>
      </div>
    )
  },
})
