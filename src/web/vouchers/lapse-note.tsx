import type { Language } from '#kernel/localized.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { LapseShown } from '#modules/applications/index.ts'
import { Button, ButtonRow } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { voucherText } from './voucher-text.ts'

/** What became of the payer when the voucher of a case lapsed; nothing where it did not. */
export function LapseNote({ lapse, lang, reader }: { readonly lapse: LapseShown | undefined; readonly lang: Language; readonly reader: 'candidate' | 'centre' }) {
  if (!lapse) return null
  const t = voucherText(lang).lapse
  const values = { voucher: lapse.voucherNumber, until: formatDay(lapse.validUntil, lang), answerBy: lapse.lapse.who === 'candidate' ? formatDay(lapse.lapse.answerBy, lang) : '' }
  return (
    <NoticeBox tone="sun" title={t.title}>
      <p>{fill(lapse.lapse.who === 'candidate' ? t.asked : t.centre, values)}</p>
      {lapse.lapse.who === 'candidate' && (reader === 'centre' ? <p>{t.wait}</p> : <ButtonRow><Button href={`/${lang}/cases/${lapse.number}/voucher-lapse`}>{t.open}</Button></ButtonRow>)}
    </NoticeBox>
  )
}
