import type { FormBody } from '#platform/http/page.ts'

/** The three fields of a date as YYYY-MM-DD; what is no date stays a text that no rule accepts. */
export function readDay(form: FormBody, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => form.text(`${name}-${part}`))
  if (!day && !month && !year) return ''
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}
