import { expect, it } from 'vitest'
import { addressOfPage, paged } from './paged.tsx'

it.each([
  ['', 1, 50, 0], ['2', 2, 50, 50], ['3', 3, 1, 100], ['99', 3, 1, 100], ['99999999999999999999', 3, 1, 100],
])('page «%s» of 101 rows is page %i with %i rows, the first of them %i', (asked, page, rows, first) => {
  const shown = paged(Array.from({ length: 101 }, (_, n) => n), { query: new URLSearchParams({ page: asked }) })
  expect([shown.page, shown.rows.length, shown.rows[0], shown.total]).toEqual([page, rows, first, 101])
})

it.each(['nought', '0', '-1', '1e3'])('page «%s» is a wrong request that names its filter', (asked) => {
  expect(() => paged([], { query: new URLSearchParams({ checks: asked }) }, { name: 'checks' })).toThrow(expect.objectContaining({ code: 'filter.wrong', data: { filter: 'checks', value: asked } }))
})

it('an empty list has one page', () => {
  expect(paged([], { query: new URLSearchParams() })).toEqual({ rows: [], total: 0, page: 1 })
})

it('one of several lists of a page has a name and a size of its own', () => {
  const shown = paged(Array.from({ length: 41 }, (_, n) => n), { query: new URLSearchParams({ page: '1', checks: '3' }) }, { name: 'checks', size: 20 })
  expect(shown).toEqual({ rows: [40], total: 41, page: 3, name: 'checks', size: 20 })
  expect(addressOfPage({ lang: 'kk', path: '/x', kept: { checks: '3', orders: '2' }, at: 'checks' }, 1, 'checks')).toBe('/kk/x?checks=1&orders=2#checks')
})

it('the address of a page keeps the filters that are set', () => {
  expect(addressOfPage({ lang: 'kk', path: '/accreditor/signals', kept: { centre: '7', kind: '', region: undefined } }, 2)).toBe('/kk/accreditor/signals?centre=7&page=2')
  expect(addressOfPage({ lang: 'ru', path: '/ministry/agreements' }, 3)).toBe('/ru/ministry/agreements?page=3')
})
