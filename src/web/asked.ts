import { parseDay, type Day } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { PageRequest } from '#platform/http/page.ts'

type Asked = Pick<PageRequest, 'query'>

/*
 * The one place that reads filters out of an address. What is left empty is not asked; what cannot be read, or is not there, is a wrong
 * request that names the filter (400): another list than the one that was asked for would look like its answer.
 */

const text = ({ query }: Asked, name: string): string => (query.get(name) ?? '').trim()

export function wrongFilter(name: string, value: string): never {
  return deny('filter.wrong', { filter: name, value: value.slice(0, 60) })
}

/** One of the values that the list can be narrowed by. */
export function askedOneOf<Value extends string>(request: Asked, name: string, among: readonly Value[]): Value | undefined {
  const asked = text(request, name)
  return asked === '' ? undefined : among.find((each) => each === asked) ?? wrongFilter(name, asked)
}

/** Several of them; each stands in the address by itself. */
export function askedSeveralOf<Value extends string>({ query }: Asked, name: string, among: readonly Value[]): Value[] {
  const asked = query.getAll(name).map((each) => each.trim()).filter((each) => each !== '')
  const wrong = asked.find((each) => !among.some((known) => known === each))
  return wrong === undefined ? among.filter((each) => asked.includes(each)) : wrongFilter(name, wrong)
}

/** A value of a known form, where the list of values is not at hand. */
export function askedLike(request: Asked, name: string, form: RegExp): string | undefined {
  const asked = text(request, name)
  return asked === '' ? undefined : form.test(asked) ? asked : wrongFilter(name, asked)
}

export function askedDay(request: Asked, name: string): Day | undefined {
  const asked = text(request, name)
  return asked === '' ? undefined : parseDay(asked) ?? wrongFilter(name, asked)
}

/** The place of an entry, an account: what links write and nobody types. */
export function askedUuid(request: Asked, name: string): Uuid | undefined {
  const asked = text(request, name)
  return asked === '' ? undefined : parseUuid(asked) ?? wrongFilter(name, asked)
}

/** One of the years that there are. */
export function askedYear(request: Asked, among: readonly number[], name = 'year'): number | undefined {
  const asked = askedOneOf(request, name, among.map(String))
  return asked === undefined ? undefined : Number(asked)
}
