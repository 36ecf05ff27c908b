import type { Language } from '#kernel/localized.ts'
import type { FormState } from '#platform/http/page.ts'
import { COMPLAINT_SUBJECTS, LONGEST_COMPLAINT } from '#modules/appeals/index.ts'
import { messages } from '#modules/appeals/messages/index.ts'
import { SelectField, TextArea } from '../ui/form.tsx'
import { appealsText } from './appeals-text.ts'

/** What about, about whom, and what happened: the same questions on a case and on a centre. */
export function ComplaintFields({ form, lang, people = [], body }: { form: FormState; lang: Language; people?: readonly { accountId: string; name: string }[]; body?: string }) {
  const words = appealsText(lang).complaint
  return (
    <>
      <SelectField form={form} name="subject" label={words.subject} options={COMPLAINT_SUBJECTS.map((subject) => ({ value: subject, label: messages[lang].subjects[subject] }))} />
      {people.length > 0 && <SelectField form={form} name="person" label={words.about} hint={words.aboutHint} empty={words.nobody} optional options={people.map((each) => ({ value: each.accountId, label: each.name }))} />}
      <TextArea form={form} name="body" label={body ?? words.body} hint={body ? undefined : words.bodyHint} rows={8} maxLength={LONGEST_COMPLAINT} />
    </>
  )
}
