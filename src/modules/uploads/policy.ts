import { accountOf, hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** To whom a file belongs: to the owner of a draft, or to the people of a case. */
export interface AttachmentFacts {
  draftAccountId: string | null
  centreId: string | null
  caseAccountId: string | null
}

function isOwner(actor: Actor, facts: AttachmentFacts): boolean {
  const account = accountOf(actor)
  return account !== undefined && (account === facts.draftAccountId || account === facts.caseAccountId)
}
function isOfCentre(actor: Actor, facts: AttachmentFacts): boolean {
  return facts.centreId !== null && hasRole(actor, ['centre-operator', 'centre-head', 'assessor', 'panel-member', 'invigilator'], facts.centreId)
}

export const policy = definePolicy({
  'attachment.sweep': (actor: Actor) => actor.kind === 'system',
  'attachment.forget': (actor: Actor) => actor.kind === 'system',
  'attachment.receive': (actor: Actor, facts: AttachmentFacts) =>
    isOwner(actor, facts) || (facts.centreId !== null && hasRole(actor, ['centre-operator', 'centre-head'], facts.centreId)),
  // What belongs to a case stays with it; only a draft is still its owner's alone.
  'attachment.remove': (actor: Actor, facts: AttachmentFacts) => facts.centreId === null && isOwner(actor, facts),
  'attachment.open': (actor: Actor, facts: AttachmentFacts) =>
    isOwner(actor, facts) || isOfCentre(actor, facts) || (facts.centreId !== null && isOversight(actor)),
})
