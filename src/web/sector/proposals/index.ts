import type { Download, Page } from '#platform/http/page.ts'
import { proposalsPage } from './list.tsx'
import { newProposalPage } from './new.tsx'
import { proposalPage, proposalPaperDownload } from './proposal.tsx'

export const pages = [proposalsPage, newProposalPage, proposalPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [proposalPaperDownload]
