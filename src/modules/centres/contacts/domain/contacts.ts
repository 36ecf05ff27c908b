import type { Blocker } from '#kernel/denial.ts'

/** How the centre can be reached; `site` is empty where it has none. */
export interface Contacts {
  phone: string
  email: string
  site: string
}

const LONGEST = 200
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/

/** Ten to fifteen digits, beginning with a plus or with 8, parted as people part them. */
export function isPhone(text: string): boolean {
  return /^(?:\+|8)[\d\s()-]*\d$/.test(text) && /^\+?\d{10,15}$/.test(text.replace(/[\s()-]/g, ''))
}
/** An address with https and a name in the domain name system; nothing that carries a password. */
export function isSite(text: string): boolean {
  if (text.length > LONGEST || !URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' && url.username === '' && url.password === '' && /^[^.]+(?:\.[^.]+)+$/.test(url.hostname)
}

/** What is wrong with contacts, field by field; a centre always has a telephone and an e-mail, a site it may have. */
export function contactBlockers(contacts: Contacts): Blocker[] {
  const found: Blocker[] = []
  if (!isPhone(contacts.phone)) found.push({ code: 'contacts.phone-wrong', data: { field: 'phone' } })
  if (contacts.email.length > LONGEST || !EMAIL.test(contacts.email)) found.push({ code: 'contacts.email-wrong', data: { field: 'email' } })
  if (contacts.site !== '' && !isSite(contacts.site)) found.push({ code: 'contacts.site-wrong', data: { field: 'site' } })
  return found
}
