import { describe, expect, it } from 'vitest'
import { ROLES, type PersonActor, type Role } from '#platform/acts/actor.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Desk } from '#platform/http/page.ts'
import { OFFICES } from './desk-menus.ts'
import { deskNav } from './desks.ts'
import { mayOpen, pages } from './pages.ts'

const holderOf = (role: Role): PersonActor => ({ kind: 'person', accountId: 'a' as Uuid, personId: 'p' as Uuid, name: 'Асан', email: 'a@example.kz', lang: 'kk', verified: true, roles: [{ role, organisationId: 'o' as Uuid }] })
const menuOf = (desk: Desk, role: Role): string[] => {
  const actor = holderOf(role)
  const { items, groups } = deskNav({ lang: 'kk', desk, actor, path: '/', counts: {}, office: undefined, mayOpen: (path) => mayOpen(path, actor) })
  return [...items, ...groups.flatMap((group) => group.items)].map(({ href }) => href.replace(/^\/kk/, ''))
}
/** Every line of a menu as it is written. */
const written = (desk: Desk): string[] => [...OFFICES[desk]!.items, ...(OFFICES[desk]!.groups ?? []).flatMap(([, entries]) => entries)].map(([path]) => path)
const DESKS = Object.keys(OFFICES) as Desk[]
/** Who may come to a desk: whoever any of its pages opens to. */
const visitorsOf = (desk: Desk): Role[] => ROLES.filter((role) => pages.some((page) => page.desk === desk && Array.isArray(page.access) && (page.access as readonly Role[]).includes(role)))

describe('the menu of a desk', () => {
  it('leads nobody who comes to it to a door that is closed to him, whatever role he comes by', () => {
    const doors = DESKS.flatMap((desk) => visitorsOf(desk).flatMap((role) => menuOf(desk, role).map((path) => ({ desk, role, path, open: mayOpen(path, holderOf(role)) }))))
    expect(doors.length).toBeGreaterThan(200)
    expect(doors.filter((door) => !door.open)).toEqual([])
  })
  it('shows whose desk it is everything on it', () => {
    for (const [desk, role] of [['ministry', 'ministry'], ['auditor', 'auditor'], ['accreditor', 'accreditor'], ['centre', 'centre-head'], ['admin', 'administrator']] as const) expect(menuOf(desk, role)).toEqual(written(desk))
  })
  it('is the auditor’s part of it when the auditor looks in, and his own where nothing of it opens to him', () => {
    expect(menuOf('ministry', 'auditor')).toEqual(expect.arrayContaining(['/ministry/monitoring', '/ministry/signals']))
    expect(menuOf('ministry', 'auditor')).not.toContain('/ministry/import')
    expect(menuOf('centre', 'auditor')).toEqual(menuOf('auditor', 'auditor'))
  })
  it('knows no door that no page stands behind', () => {
    const unknown = DESKS.flatMap(written).filter((path) => !pages.some((page) => page.path === path))
    expect(unknown).toEqual([])
  })
})
