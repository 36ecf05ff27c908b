export { decideNorm, proposeNorm, readNormsDesk } from './change-norm.ts'
export type { NormChange, NormsDesk } from './change-norm.ts'
export { isEditable } from './domain/proposal.ts'
export { policy } from './policy.ts'
