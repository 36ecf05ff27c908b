import { Details, Why } from './why.tsx';
import { FileRow } from './file-row.tsx';
import {
  Button, ButtonRow, Checkboxes, CheckboxSingle, DateFields, EmailField, ErrorSummary, FileField, Form, IinField, MoneyField, NumberField,
  PasswordField, PhoneField, Radios, SavedNote, SelectField, TextArea, TextField, TimeField,
} from './form.tsx';
import type { FormState } from './form-state.ts';
import { useGalleryText } from './gallery-text.ts';
import { StepsBar } from './steps-bar.tsx';
import { fill, useUiText } from './ui-text.ts';

/** A form sent with mistakes: the summary, the lines at the fields, the typed text kept. */
export function GalleryForm() {
  const t = useGalleryText();
  const text = useUiText();
  const form: FormState = {
    values: { employer: t.employerValue, year: '19', iin: '900327', 'birth-day': '27', 'birth-month': '3', 'birth-year': '', needs: ['time'] },
    errors: [
      { field: 'year', message: t.yearError }, { field: 'iin', message: t.iinError }, { field: 'birth', message: t.birthError },
      { field: 'language', message: t.languageError }, { field: 'paper', message: t.paperError }, { field: 'consent', message: t.consentError },
    ],
  };
  return (
    <div class="t-col">
      <ErrorSummary form={form} />
      <StepsBar step={3} steps={6} name={t.stepName} />
      <Why><p><b>{t.whyTitle}</b> {t.why}</p></Why>
      <Form action="#sent" csrf="csrf" requestKey="key" version="7" files>
        <FileField form={form} name="paper" label={t.paper} hint={t.paperHint} accept="image/*,.pdf" multiple>
          <FileRow name="IMG_0912.jpg" about={t.fileAbout} state="rejected" />
          <FileRow name="sharttyn-koshirmesi-2019-zhyly-khrom-servis.pdf" about={t.fileAbout} />
        </FileField>
        <TextField form={form} name="employer" label={t.employer} hint={t.employerHint} autocomplete="organization" />
        <TextField form={form} name="year" label={t.year} hint={t.yearHint} width="5" inputMode="numeric" figures />
        <IinField form={form} name="iin" label={t.iin} />
        <DateFields form={form} name="birth" label={t.birth} birthday />
        <Radios form={form} name="language" label={t.examLanguage} options={[{ value: 'kk', label: t.kazakh }, { value: 'ru', label: t.russian }]} />
        <Checkboxes form={form} name="needs" label={t.needs} optional options={[{ value: 'time', label: t.moreTime, hint: t.moreTimeHint }, { value: 'sign', label: t.interpreter }]} />
        <CheckboxSingle form={form} name="consent" label={t.consent} />
        <Details summary={t.whichPaper}>{t.whichPaperText}</Details>
        <ButtonRow stacked><Button>{t.readConfirm}</Button><Button kind="link" href="#later">{t.later}</Button><SavedNote>{fill(text.saved, { time: '14:05' })}</SavedNote></ButtonRow>
      </Form>
    </div>
  );
}

/** The other kinds of fields, without mistakes. */
export function GalleryFields() {
  const t = useGalleryText();
  return (
    <div class="t-col">
      <Form action="#fields" label={t.fields}>
        <EmailField name="email" label={t.email} />
        <PhoneField name="phone" label={t.phone} />
        <PasswordField name="password" label={t.password} />
        <MoneyField name="price" label={t.price} value="38 000" />
        <NumberField name="seats" label={t.seats} value="12" />
        <TimeField name="time" label={t.time} />
        <SelectField name="region" label={t.region} options={[{ value: 'a', label: t.regionA }, { value: 'b', label: t.regionB }]} />
        <Radios name="lang-inline" label={t.examLanguage} inline value="kk" options={[{ value: 'kk', label: t.kazakh }, { value: 'ru', label: t.russian }]} />
        <TextArea name="about" label={t.about} optional rows={3} />
      </Form>
    </div>
  );
}
