import { inLanguage } from '#kernel/localized.ts'
import { page, type FieldError, type FormBody } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { CLERKS } from '#modules/casework/index.ts'
import {
  ACCOMMODATION_KINDS, EXAM_LANGUAGES, readPaperDesk, registerPaperApplication, returnWithoutRegistration, WALLS, WAYS_LEARNT, type AccommodationKind, type NamedFile,
} from '#modules/applications/index.ts'
import { applyText } from '../../candidate/apply/apply-text.ts'
import { Button, ButtonRow, CheckboxSingle, Checkboxes, DateFields, EmailField, ErrorSummary, FileField, Form, IinField, PhoneField, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { Details } from '../../ui/why.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'
import { typedDate } from './typed-date.ts'

type Desk = Awaited<ReturnType<typeof readPaperDesk>>
const FILES = 'application/pdf,image/jpeg,image/png'

/** The whole paper application on one page, with its scans; a wall returns it without registration. */
export const paperPage = page<{ desk: Desk; office: OfficeView }>({
  path: '/centre/paper', action: 'application.register-paper', desk: 'centre', access: CLERKS, files: true,
  async load(ctx) {
    const desk = await readPaperDesk(ctx)
    return { desk, office: await officeOf(ctx, desk.centre.id) }
  },
  title: (_data, lang) => stageOneText(lang).paper.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  async post(ctx, { lang, form }) {
    const text = stageOneText(lang).paper
    const desk = await readPaperDesk(ctx)
    if (form.text('do') === 'return') {
      await returnWithoutRegistration(ctx, {
        centreId: desk.centre.id, channel: 'paper', ground: form.text('ground'), note: form.text('returnNote').slice(0, 2000), professionCode: (form.text('code') || form.text('qualification').split(':')[0]!).slice(0, 200),
        personName: `${form.text('surname')} ${form.text('givenName')}`.trim().slice(0, 200),
      })
      return { to: `/${lang}/centre`, flash: text.returned }
    }
    const [code, level] = form.text('qualification').split(':')
    const errors: FieldError[] = []
    if (!desk.offers.some((offer) => offer.code === code && String(offer.level) === level)) errors.push({ field: 'qualification', message: text.errorProfession })
    if (typedDate(form, 'receivedOn') === '') errors.push({ field: 'receivedOn', message: text.errorDate })
    if (errors.length > 0) return { errors }
    const number = await registerPaperApplication(ctx, {
      centreId: desk.centre.id, professionCode: code!, level: Number(level), receivedOn: typedDate(form, 'receivedOn'), identitySeen: form.text('identitySeen') !== '',
      email: form.text('email').slice(0, 200), language: form.text('language') === 'ru' ? 'ru' : 'kk', examLanguage: form.text('examLanguage'), wayLearnt: form.text('wayLearnt'),
      needs: form.list('needs').flatMap((kind) => (isNeed(kind) ? [{ kind, asked: form.text('asked').slice(0, 500) }] : [])), files: filesOf(form),
      person: {
        iin: form.text('iin'), surname: form.text('surname').slice(0, 100), givenName: form.text('givenName').slice(0, 100), patronymic: form.text('patronymic').slice(0, 100),
        birthOn: typedDate(form, 'birthOn'), phone: form.text('phone').slice(0, 40), address: form.text('address').slice(0, 300),
      },
    })
    return { to: `/${lang}/centre/cases/${number}`, flash: text.registered }
  },
  view: (p) => {
    const { lang, form, data: { desk } } = p
    const all = stageOneText(lang)
    const text = all.paper
    const apply = applyText(lang)
    return (
      <>
        <h1>{text.title}</h1>
        <p>{text.lead} <a href={`/${lang}/papers/application-form?centre=${desk.centre.serial}`}>{text.blank}</a></p>
        <ErrorSummary form={form} />
        <Form csrf={p.csrf} requestKey={p.requestKey} files>
          <DateFields form={form} name="receivedOn" label={text.receivedOn} hint={text.receivedHint} />
          <FileField form={form} name="scan" label={text.scan} hint={text.scanHint} accept={FILES} />
          <h2>{text.person}</h2>
          <IinField form={form} name="iin" label={text.iin} />
          <TextField form={form} name="surname" label={text.surname} maxLength={100} autocomplete="off" />
          <TextField form={form} name="givenName" label={text.givenName} maxLength={100} autocomplete="off" />
          <TextField form={form} name="patronymic" label={text.patronymic} optional maxLength={100} autocomplete="off" />
          <DateFields form={form} name="birthOn" label={text.birthOn} />
          <PhoneField form={form} name="phone" label={text.phone} maxLength={40} autocomplete="off" />
          <EmailField form={form} name="email" label={text.email} optional maxLength={200} autocomplete="off" />
          <TextField form={form} name="address" label={text.address} maxLength={300} autocomplete="off" />
          <CheckboxSingle form={form} name="identitySeen" label={text.identitySeen} hint={text.identityHint} />
          <h2>{text.qualification}</h2>
          <SelectField form={form} name="qualification" label={text.profession}
            options={desk.offers.map((offer) => ({ value: `${offer.code}:${offer.level}`, label: `${inLanguage(offer.name, lang)}, ${fill(all.level, { level: offer.level })}` }))} />
          <Radios form={form} name="language" label={text.language} value="kk" inline options={EXAM_LANGUAGES.map((each) => ({ value: each, label: all.languages[each] }))} />
          <Radios form={form} name="examLanguage" label={text.examLanguage} inline options={EXAM_LANGUAGES.map((each) => ({ value: each, label: all.languages[each] }))} />
          <Radios form={form} name="wayLearnt" label={text.wayLearnt} inline options={WAYS_LEARNT.map((each) => ({ value: each, label: all.ways[each] }))} />
          <Checkboxes form={form} name="needs" label={text.needs} optional options={ACCOMMODATION_KINDS.map((kind) => ({ value: kind, label: apply.needs[kind] }))} />
          <TextArea form={form} name="asked" label={text.asked} optional rows={2} maxLength={500} />
          <h2>{text.others}</h2>
          <FileField form={form} name="education" label={text.education} optional accept={FILES} multiple />
          <FileField form={form} name="work" label={text.work} optional accept={FILES} multiple />
          <FileField form={form} name="earlier-recognition" label={text.earlier} optional accept={FILES} multiple />
          <ButtonRow><Button name="do" value="register" icon="file-check">{text.register}</Button></ButtonRow>
          <Details summary={text.return} open={form.errors.length > 0}>
            <p>{text.returnLead}</p>
            <TextField form={form} name="code" label={text.code} maxLength={200} />
            <SelectField form={form} name="ground" label={text.ground} options={WALLS.map((wall) => ({ value: wall, label: text.grounds[wall] }))} />
            <TextArea form={form} name="returnNote" label={text.note} rows={3} maxLength={2000} />
            <ButtonRow><Button kind="secondary" name="do" value="return" icon="rotate-ccw">{text.returnButton}</Button></ButtonRow>
          </Details>
        </Form>
      </>
    )
  },
})

function isNeed(text: string): text is AccommodationKind {
  return (ACCOMMODATION_KINDS as readonly string[]).includes(text)
}

function filesOf(form: FormBody): NamedFile[] {
  return form.files.flatMap((file) => {
    if (file.name === '' && file.bytes.length === 0) return []
    const kind = file.field === 'scan' ? 'paper-application' : file.field
    return kind === 'paper-application' || kind === 'education' || kind === 'work' || kind === 'earlier-recognition' ? [{ kind, name: file.name, bytes: file.bytes }] : []
  })
}
