import type { FormBody } from '#platform/http/page.ts'

/** The three fields of a date as one day, or the text that is none. */
export function typedDate(form: FormBody, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => form.text(`${name}-${part}`)) as [string, string, string]
  return day === '' && month === '' && year === '' ? '' : `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
