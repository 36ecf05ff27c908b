import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { hideDocuments, listEmployersSeeing, showDocuments, type EmployerSeeing } from '#modules/employers/index.ts'
import { listOwnHoldings, type Holding } from '#modules/recognition-documents/index.ts'
import { employerText } from '../../employer/employer-text.ts'
import { LocalizedName } from '../../public/localized-name.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ErrorSummary, Form, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { referralsText } from './referrals-text.ts'

const TONES = { valid: 'green', expired: 'plain', annulled: 'red' } as const

interface Seen {
  employers: EmployerSeeing[]
  documents: Holding[]
  verified: boolean
}

/** Which employers see one's documents, which documents these are, and the way to let one more see them or to take it back. */
export const employersSeeingPage = page<Seen>({
  path: '/account/employers', action: 'documents-consent.give', desk: 'candidate', access: 'signed-in',
  load: async (ctx) => ({ employers: await listEmployersSeeing(ctx), documents: await listOwnHoldings(ctx), verified: ctx.actor.kind === 'person' && ctx.actor.verified }),
  title: (_data, lang) => referralsText(lang).seeing.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account/referrals`, text: referralsText(lang).title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const { seeing: t, ...text } = referralsText(lang)
    const { documents: words, list } = employerText(lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {data.employers.length === 0 && <Empty title={t.none} icon="eye-off">{t.noneText}</Empty>}
        {data.employers.map((each) => (
          <Box key={`${each.organisationId}-${each.referralId ?? ''}`} title={inLanguage(each.name, lang)} tag={<Tag tone="green">{text.allowed}</Tag>}>
            <p>{each.bin && <><span class="t-num">{fill(t.bin, { bin: each.bin })}</span><br /></>}{fill(t.since, { date: formatDay(legalDay(each.since), lang) })}</p>
            {each.referralId ? <p>{t.byReferral} <a href={`/${lang}/account/referrals/${each.referralId}`}>{t.toReferral}</a></p> : (
              <Form csrf={csrf} requestKey={`${requestKey}-${each.organisationId}`} values={{ organisationId: each.organisationId }}>
                <Button kind="secondary" name="do" value="hide" more={inLanguage(each.name, lang)}>{text.takeBack}</Button>
              </Form>
            )}
          </Box>
        ))}
        <h2>{t.what}</h2>
        {!data.verified && <NoticeBox tone="sun">{t.notVerified}</NoticeBox>}
        <Table caption={t.what} captionHidden rowHeaders empty={<p>{t.noDocuments}</p>} columns={[{ title: list.qualification }, { title: words.number }, { title: words.until }, { title: words.status }]}
          rows={data.documents.map((each) => ({
            key: each.documentId,
            cells: [
              <><LocalizedName name={each.profession.name} lang={lang} />{each.level !== null && <>, <span class="t-nowrap">{fill(list.level, { level: each.level })}</span></>}{each.kind !== 'voluntary' && <><br /><span class="t-quiet t-small">{words.kinds[each.kind]}</span></>}</>,
              <span class="t-num">{each.number}</span>, each.validUntil ? formatDay(each.validUntil, lang, 'numeric') : words.unlimited, <Tag tone={TONES[each.status]}>{words.statuses[each.status]}</Tag>,
            ],
          }))} />
        <Box title={t.allowTitle}>
          <Form csrf={csrf} requestKey={requestKey}>
            <TextField form={form} name="bin" label={t.binLabel} hint={t.binHint} width="12" maxLength={15} inputMode="numeric" autocomplete="off" figures />
            <p>{text.documentsText}</p>
            <Button name="do" value="show" icon="eye">{text.allow}</Button>
          </Form>
        </Box>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const text = referralsText(lang)
    const to = `/${lang}/account/employers`
    if (form.text('do') === 'hide') {
      const organisationId = parseUuid(form.text('organisationId'))
      if (!organisationId) throw new Denial('not-found')
      await hideDocuments(ctx, { organisationId })
      return { to, flash: text.tookBack }
    }
    await showDocuments(ctx, { bin: form.text('bin') })
    return { to, flash: text.gave }
  },
})
