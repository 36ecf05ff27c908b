import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download, type Download, type PageRequest } from '#platform/http/page.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'

type Rows = { header: string[]; rows: (string | number)[][] }

/** One table as CSV and as XLSX, at `path.csv` and `path.xlsx`. */
export function tableDownloads(of: { path: string; action: string; access: readonly Role[]; filename: string; make(ctx: Ctx, request: PageRequest, lang: Language): Promise<Rows> }): Download[] {
  return [
    download({ path: `${of.path}.csv`, action: of.action, access: of.access, async handle(ctx, request) {
      const { header, rows } = await of.make(ctx, request, request.lang)
      return { body: writeCsv(header, rows), mediaType: 'text/csv; charset=utf-8', filename: `${of.filename}.csv` }
    } }),
    download({ path: `${of.path}.xlsx`, action: of.action, access: of.access, async handle(ctx, request) {
      const { header, rows } = await of.make(ctx, request, request.lang)
      return { body: await writeXlsx(header, rows), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', filename: `${of.filename}.xlsx` }
    } }),
  ]
}
