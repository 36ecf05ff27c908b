import type { Page } from '#platform/http/page.ts'
import { registerProposalsPage } from './list.tsx'
import { registerProposalPage } from './proposal.tsx'

export const pages = [registerProposalsPage, registerProposalPage] as unknown as readonly Page<never>[]
