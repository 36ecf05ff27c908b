import type { FormState } from '#platform/http/page.ts'
import { Button, Form, SelectField, TextArea } from './ui/form.tsx'
import { Details } from './ui/why.tsx'

interface RefuseFormProps {
  form: FormState
  csrf: string
  requestKey: string
  words: { refuse: string; reason: string; remedy: string }
  /** Grounds of a closed list, where there is one. */
  ground?: { label: string; options: readonly { value: string; label: string }[] }
}

/** Refuses with a reason and what is to be put right; closed until it is wanted, open when it comes back with an error. */
export function RefuseForm({ form, csrf, requestKey, words, ground }: RefuseFormProps) {
  return (
    <Details summary={words.refuse} open={form.errors.some((error) => ['ground', 'reason', 'remedy'].includes(error.field ?? ''))}>
      <Form csrf={csrf} requestKey={`${requestKey}-refuse`}>
        {ground && <SelectField form={form} name="ground" label={ground.label} options={ground.options} />}
        <TextArea form={form} name="reason" label={words.reason} rows={3} maxLength={1000} />
        <TextArea form={form} name="remedy" label={words.remedy} rows={3} maxLength={1000} />
        <Button name="do" value="refuse" kind="warning">{words.refuse}</Button>
      </Form>
    </Details>
  )
}
