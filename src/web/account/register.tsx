import { legalDay } from '#kernel/day.ts'
import { passwordBlockers } from '#platform/auth/password.ts'
import { page, type FieldError } from '#platform/http/page.ts'
import { newPersonBlockers, registerAccount } from '#modules/people/index.ts'
import { blockerText } from '../denials.ts'
import { DeviceNote } from '../public/privacy/device-note.tsx'
import { Button, ButtonRow, DateFields, EmailField, ErrorSummary, Form, IinField, PasswordField, PhoneField, TextField } from '../ui/form.tsx'
import { accountText } from './account-text.ts'
import { deviceFor } from './device-cookie.ts'
import { readDay } from './read-day.ts'
import { passwordOf } from './sign-in.tsx'

const EMAIL = /^[^\s@<>"']{1,64}@[^\s@<>"']{1,190}\.[^\s@<>"'.]{2,63}$/
const PHONE = /^\+?[\d\s()-]{10,24}$/

/** The field a reason belongs to. */
function fieldOf(code: string): string {
  if (code.startsWith('iin.')) return 'iin'
  if (code.startsWith('person.birth-date')) return 'birthOn'
  return { 'person.surname-missing': 'surname', 'person.given-name-missing': 'givenName' }[code] ?? 'newPassword'
}

export const registerPage = page<null>({
  path: '/register', action: 'account.open', desk: 'public', access: 'public',
  load: async () => null,
  title: (_data, lang) => accountText(lang).register.title,
  view: ({ lang, form, csrf, requestKey }) => {
    const text = accountText(lang).register
    return (
      <div class="t-stack t-col">
        <ErrorSummary form={form} />
        <h1>{text.title}</h1>
        <p class="t-lead">{text.lead}</p>
        <p>{text.haveAccount} <a href={`/${lang}/sign-in`}>{accountText(lang).signIn.title}</a></p>
        <Form csrf={csrf} requestKey={requestKey}>
          <h2>{text.person}</h2>
          <TextField form={form} name="surname" label={text.surname} autocomplete="family-name" />
          <TextField form={form} name="givenName" label={text.givenName} autocomplete="given-name" />
          <TextField form={form} name="patronymic" label={text.patronymic} optional autocomplete="additional-name" />
          <IinField form={form} name="iin" label={text.iin} />
          <DateFields form={form} name="birthOn" label={text.birthOn} birthday />
          <h2>{text.contact}</h2>
          <PhoneField form={form} name="phone" label={text.phone} />
          <TextField form={form} name="address" label={text.address} optional autocomplete="street-address" />
          <h2>{text.sign}</h2>
          <EmailField form={form} name="email" label={text.email} />
          <PasswordField form={form} name="newPassword" label={text.password} hint={text.passwordHint} fresh />
          <DeviceNote lang={lang} />
          <ButtonRow><Button>{text.submit}</Button></ButtonRow>
        </Form>
      </div>
    )
  },
  async post(ctx, request) {
    const { form, lang, address } = request
    const text = accountText(lang).register
    const person = {
      iin: form.text('iin').replace(/\D/g, ''), surname: form.text('surname').slice(0, 100), givenName: form.text('givenName').slice(0, 100),
      patronymic: form.text('patronymic').slice(0, 100), birthOn: readDay(form, 'birthOn'), phone: form.text('phone').slice(0, 40), address: form.text('address').slice(0, 300),
    }
    const email = form.text('email').toLowerCase()
    const password = passwordOf(form.values['newPassword'])
    const blockers = [...newPersonBlockers(person, legalDay(ctx.clock.now()), { demo: ctx.demo }),
      ...passwordBlockers(password, { email, surname: person.surname, givenName: person.givenName, hasSecondFactor: false })]
    const errors: FieldError[] = blockers.map((blocker) => ({ field: fieldOf(blocker.code), message: blockerText(lang, blocker) }))
    if (!PHONE.test(person.phone)) errors.push({ field: 'phone', message: text.phoneWrong })
    if (email.length > 254 || !EMAIL.test(email)) errors.push({ field: 'email', message: text.emailWrong })
    if (errors.length > 0) return { errors }
    const { device, cookies } = await deviceFor(ctx, request)
    await registerAccount(ctx, { ...person, email, password, lang, device }, { address })
    return { to: `/${lang}/register/sent`, cookies }
  },
})

export const registeredPage = page<null>({
  path: '/register/sent', action: 'account.open', desk: 'public', access: 'public',
  load: async () => null,
  title: (_data, lang) => accountText(lang).registered.title,
  view: ({ lang }) => (
    <div class="t-stack t-col">
      <h1>{accountText(lang).registered.title}</h1>
      <p class="t-lead">{accountText(lang).registered.text}</p>
      <p><Button href={`/${lang}/sign-in`}>{accountText(lang).signIn.submit}</Button></p>
    </div>
  ),
})
