import { contractPage } from './contract.tsx'
import { attachmentDownload, blankFormDownload } from './files.ts'
import { retakePage } from './retake.tsx'
import { sentPage } from './sent.tsx'
import { applyStartPage } from './start.tsx'
import { applyStepPage } from './step.tsx'
import { withdrawPage } from './withdraw.tsx'

export const applyPages = [applyStartPage, applyStepPage, sentPage, contractPage, withdrawPage, retakePage]
export const applyDownloads = [attachmentDownload, blankFormDownload]
