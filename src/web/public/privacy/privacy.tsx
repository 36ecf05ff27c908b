import { findNormNumber } from '#kernel/norms.ts'
import { page } from '#platform/http/page.ts'
import { plural, fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { Table } from '../../ui/table.tsx'
import { NORMS } from '../norm-words.ts'
import { privacyText } from './privacy-text.ts'

/** Every cookie that the platform sets, by the end of its name. */
const COOKIES = ['session', 'pending', 'visit', 'flash', 'print', 'centre', 'seat', 'device'] as const

interface Data {
  deviceDays: number | undefined
  devicePeople: number | undefined
  fileYears: number | undefined
}

/** What the platform keeps in a browser and of a device, what for, how long, and who sees it. */
export const privacyPage = page<Data>({
  path: '/privacy', action: 'register.read', desk: 'public', access: 'public', keepSeconds: 3600,
  async load(ctx) {
    const norms = await ctx.law.normsInForce(ctx.db, register.todayOf(ctx))
    return { deviceDays: findNormNumber(norms, 'retention.deviceDays'), devicePeople: findNormNumber(norms, 'monitoring.signal.devicePeople'), fileYears: findNormNumber(norms, 'retention.fileYears') }
  },
  title: (_data, lang) => privacyText(lang).title,
  view: ({ lang, data }) => {
    const t = privacyText(lang)
    const days = data.deviceDays === undefined ? undefined : plural(lang, NORMS[lang].units['calendar']!, data.deviceDays)
    return (
      <div class="t-stack">
        <h1>{t.title}</h1>
        <p class="t-lead">{t.lead}</p>
        <h2 id="cookies">{t.cookies}</h2>
        <p>{t.cookiesText}</p>
        <Table caption={t.cookies} captionHidden rowHeaders columns={[t.name, t.purpose, t.term].map((title) => ({ title }))} rows={COOKIES.filter((each) => each !== 'device' || days !== undefined).map((each) => ({
          key: each, cells: [t.list[each].name, t.list[each].purpose, each === 'device' ? fill(t.afterLast, { days: days! }) : t.list[each].term],
        }))} />
        <h2 id="device">{t.device}</h2>
        {days === undefined ? <p>{t.deviceOff}</p> : (
          <>
            <p>{t.deviceWhat}</p>
            <p>{data.devicePeople === undefined ? t.deviceNoSignal : fill(t.deviceWhy, { people: plural(lang, NORMS[lang].units['person']!, data.devicePeople) })}</p>
            <p>{fill(t.deviceHow, { days })}</p>
            <p>{t.deviceCommon}</p>
          </>
        )}
        <h2 id="file">{t.file}</h2>
        <p>{data.fileYears === undefined ? t.fileNoTerm : fill(t.fileText, { years: plural(lang, NORMS[lang].units['year']!, data.fileYears) })}</p>
        <p><a href={`/${lang}/norms`}>{t.norms}</a></p>
      </div>
    )
  },
})
