import { isLanguage, LANGUAGES } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { personName } from '#platform/i18n/format.ts'
import { changeContacts, ownContacts, type OwnContacts } from '#modules/people/index.ts'
import { Facts } from '../ui/facts.tsx'
import { Button, ButtonRow, ErrorSummary, Form, PhoneField, Radios, TextField } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { accountText } from './account-text.ts'

export const contactsPage = page<OwnContacts>({
  path: '/account/contacts', action: 'account.change-own', desk: 'candidate', access: 'signed-in',
  load: (ctx) => ownContacts(ctx),
  title: (_data, lang) => accountText(lang).contacts.title,
  view: ({ lang, data, form, csrf, requestKey }) => {
    const text = accountText(lang).contacts
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <Facts facts={[
          { term: text.who, value: personName(data.name, lang) },
          { term: text.iin, value: `•••• •••• ${data.iinLastFour}` },
          { term: accountText(lang).signIn.email, value: <>{data.email} <a href={`/${lang}/account/security/email`}>{accountText(lang).security.emailChange}</a></> },
        ]} />
        <NoticeBox tone={data.verified ? 'green' : 'sky'}>{data.verified ? text.verified : text.claimed}</NoticeBox>
        <Form csrf={csrf} requestKey={requestKey}>
          <PhoneField form={form} name="phone" label={text.phone} value={data.phone} />
          <TextField form={form} name="address" label={text.address} value={data.address} optional autocomplete="street-address" />
          <Radios form={form} name="lang" label={text.lang} value={data.lang} inline options={LANGUAGES.map((each) => ({ value: each, label: text[each] }))} />
          <ButtonRow><Button>{text.save}</Button></ButtonRow>
        </Form>
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const phone = form.text('phone')
    const wanted = form.text('lang')
    if (!/^\+?[\d\s()-]{10,24}$/.test(phone)) return { errors: [{ field: 'phone', message: accountText(lang).register.phoneWrong }] }
    await changeContacts(ctx, { phone, address: form.text('address').slice(0, 300), lang: isLanguage(wanted) ? wanted : lang })
    return { to: `/${lang}/account/contacts`, flash: accountText(lang).contacts.saved }
  },
})
