export {
  ABSOLUTE_MS, IDLE_MS, SYSTEM_ACCOUNT, checkPassword, enterPerson, grantRole, openAccount, personActor, resolveSession, revealIin, signOut, signOutEverywhere, startSession,
} from './accounts.ts'
export type { NewAccount, Session } from './accounts.ts'
export { ageOn, newPersonBlockers } from './domain/person.ts'
export type { NewPerson } from './domain/person.ts'
export { resolveApiKey, createApiKey, revokeApiKey } from './api-keys.ts'
export { createOrganisation } from './organisations.ts'
export { sendLetter, listOwnLetters, countUnreadLetters } from './letters.ts'
export { policy } from './policy.ts'
export { demonstrationPeople, signInAsDemonstration } from './demonstration.ts'
export { getPerson, listOwnSessions } from './reads.ts'
export { namesOf } from './names.ts'
