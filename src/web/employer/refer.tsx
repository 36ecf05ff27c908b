import { page } from '#platform/http/page.ts'
import { readEmployerDesk, refer } from '#modules/employers/index.ts'
import { readDay } from '../account/read-day.ts'
import { Button, CheckboxSingle, DateFields, EmailField, ErrorSummary, Form, IinField, TextField } from '../ui/form.tsx'
import { employerText } from './employer-text.ts'

/** One worker is referred by hand. */
export const referPage = page<unknown>({
  path: '/employer/refer', action: 'referral.send', desk: 'employer', access: ['employer-representative'],
  load: (ctx) => readEmployerDesk(ctx),
  title: (_data, lang) => employerText(lang).form.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/employer`, text: employerText(lang).list.title } }),
  view: ({ lang, form, csrf, requestKey }) => {
    const t = employerText(lang).form
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <Form csrf={csrf} requestKey={requestKey}>
          <TextField form={form} name="number" label={t.number} width="20" maxLength={60} autocomplete="off" />
          <DateFields form={form} name="referred_on" label={t.referredOn} optional />
          <IinField form={form} name="iin" label={t.iin} hint={t.iinHint} />
          <TextField form={form} name="surname" label={t.surname} width="20" maxLength={100} autocomplete="off" />
          <TextField form={form} name="given_name" label={t.givenName} width="20" maxLength={100} autocomplete="off" />
          <TextField form={form} name="patronymic" label={t.patronymic} width="20" maxLength={100} autocomplete="off" optional />
          <EmailField form={form} name="email" label={t.email} hint={t.emailHint} maxLength={200} autocomplete="off" optional />
          <TextField form={form} name="profession" label={t.profession} hint={<>{t.professionHint} <a href={`/${lang}/professions?track=voluntary`} target="_blank" rel="noopener">{t.find}</a></>} width="12" maxLength={20} autocomplete="off" />
          <TextField form={form} name="level" label={t.level} width="3" maxLength={1} inputMode="numeric" autocomplete="off" />
          <TextField form={form} name="centre" label={t.centre} hint={t.centreHint} width="5" maxLength={10} autocomplete="off" optional />
          <CheckboxSingle form={form} name="pays" value="yes" label={t.pays} />
          <TextField form={form} name="pay_limit" label={t.limit} hint={t.limitHint} width="12" maxLength={12} inputMode="numeric" autocomplete="off" optional />
          <Button icon="send">{t.send}</Button>
        </Form>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const id = await refer(ctx, {
      number: form.text('number'), referred_on: readDay(form, 'referred_on'), iin: form.text('iin'), surname: form.text('surname'), given_name: form.text('given_name'), patronymic: form.text('patronymic'),
      email: form.text('email'), profession: form.text('profession'), level: form.text('level'), centre: form.text('centre'), pays: form.text('pays'), pay_limit: form.text('pay_limit'),
    })
    return { to: `/${lang}/employer/referrals/${id}`, flash: employerText(lang).form.done }
  },
})
