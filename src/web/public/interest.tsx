import { accountOf } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { Button, ErrorSummary, Form, SelectField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { PROFESSIONS } from './professions-texts.ts'
import { nameIn, wholeNumber } from './words.ts'

interface InterestData extends register.ProfessionSeen {
  regions: professions.Region[]
  already: boolean
}

/** Leaves one's interest in a profession that no centre recognises yet. */
export const interestPage = page<InterestData>({
  path: '/professions/:code/interest', action: 'interest.leave', desk: 'public', access: 'signed-in',
  async load(ctx, { params }) {
    const seen = await register.readProfession(ctx, (params['code'] ?? '').slice(0, 40))
    const account = accountOf(ctx.actor)
    return { ...seen, regions: await professions.listRegions(ctx.db), already: account !== undefined && (await professions.hasInterest(ctx.db, seen.profession.code, account)) }
  },
  title: (_data, lang) => PROFESSIONS[lang].interestTitle,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/professions/${data.profession.code}`, text: PROFESSIONS[lang].interestBack } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = PROFESSIONS[lang]
    return (
      <div class="t-col t-stack">
        <ErrorSummary form={form} />
        <h1>{t.interestTitle}</h1>
        <p class="t-lead">{data.offers.length > 0 ? t.interestExists : fill(t.interestLead, { name: nameIn(data.profession.name, lang).text })}</p>
        <p>{fill(t.interestCount, { count: wholeNumber(data.interest, lang) })}</p>
        {data.already ? <NoticeBox tone="green">{t.interestAlready}</NoticeBox> : data.offers.length === 0 && (
          <Form csrf={csrf} requestKey={requestKey}>
            <SelectField form={form} name="region" label={t.interestRegion} options={[...data.regions.map((each) => ({ value: each.kato, label: { kk: each.nameKk, ru: each.nameRu, en: each.nameEn }[lang] }))]} />
            <Button>{t.interestSend}</Button>
          </Form>
        )}
      </div>
    )
  },
  async post(ctx, { params, form, lang }) {
    const professionCode = (params['code'] ?? '').slice(0, 40)
    await professions.leaveInterest(ctx, { professionCode, regionKato: form.text('region') })
    return { to: `/${lang}/professions/${professionCode}/interest`, flash: PROFESSIONS[lang].interestThanks }
  },
})
