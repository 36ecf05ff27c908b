import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Day } from '#kernel/day.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { FitShown, RequestStep, VoucherRow } from '#modules/vouchers/index.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { voucherText } from './voucher-text.ts'

const STEP_TONES = { review: 'sun', granted: 'green', refused: 'red', withdrawn: 'plain' } as const
const STATE_TONES = { issued: 'green', bound: 'sun', used: 'plain', annulled: 'red' } as const

export function StepTag({ step, lang }: { readonly step: RequestStep; readonly lang: Language }) {
  return <Tag tone={STEP_TONES[step]}>{voucherText(lang).steps[step]}</Tag>
}
export function StateTag({ state, lang }: { readonly state: VoucherRow['state']; readonly lang: Language }) {
  return <Tag tone={STATE_TONES[state]}>{voucherText(lang).states[state]}</Tag>
}

/** Whether the road can be finished within the validity, and where: said before anything is issued. */
export function Fits({ fits, fit, validUntil, lang }: { readonly fits: readonly FitShown[]; readonly fit: 'surely' | 'in-haste' | 'nowhere'; readonly validUntil: Day; readonly lang: Language }) {
  const t = voucherText(lang).fit
  return (
    <NoticeBox tone={fit === 'surely' ? 'green' : fit === 'in-haste' ? 'sun' : 'red'} title={t.title}>
      <p>{t[fit]} {fill(t.until, { date: formatDay(validUntil, lang) })}</p>
      {fits.length > 0 && (
        <Table caption={t.title} captionHidden columns={[{ title: t.centre }, { title: t.theory }, { title: t.practice }, { title: t.how }, { title: t.spare, numeric: true }]}
          rows={fits.slice(0, 5).map((each) => ({
            key: each.centreId, cells: [<a href={`/${lang}/centres/${each.centre.serial}`}>{inLanguage(each.centre.name, lang)}</a>, formatDay(each.theoryOn, lang, 'numeric'), formatDay(each.practiceOn, lang, 'numeric'), each.how === 'surely' ? t.how_surely : t.how_haste, each.spareDays],
          }))} />
      )}
      <p class="t-quiet">{t.source}</p>
    </NoticeBox>
  )
}
