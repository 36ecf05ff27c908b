import type { Download, Page } from '#platform/http/page.ts'
import { annulPage } from './annul.tsx'
import { correctPage } from './correct.tsx'
import { importPage, importTemplate } from './import.tsx'
import { importWorkPage } from './import-work.tsx'
import { outcomesPage } from './list.tsx'
import { outcomePage } from './outcome.tsx'
import { procedurePage } from './procedure.tsx'
import { registerPage } from './register.tsx'

export const mandatoryPages = [outcomesPage, registerPage, importPage, importWorkPage, procedurePage, outcomePage, correctPage, annulPage] as unknown as readonly Page<never>[]
export const mandatoryDownloads: readonly Download[] = [importTemplate]
