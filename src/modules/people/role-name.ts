import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { messages } from './messages/index.ts'

/** The name of a role as pages show it. */
export function roleName(lang: Language, role: Role | 'candidate'): string {
  return messages[lang].roles[role]
}
