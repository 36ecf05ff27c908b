import { closePdf, renderPdf } from '#platform/pdf/render-pdf.ts'
import { PAPER_SAMPLES } from '#platform/pdf/paper-samples.ts'
import type { Line } from '../report.ts'

/** Papers per second through the worker thread, as the product makes them. */
export async function paper(seconds: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const kind of ['recognition-document', 'contract'] as const) {
    await renderPdf(kind, PAPER_SAMPLES[kind] as never, { standard: 'ua-1', createdAt: '2026-01-01T00:00:00.000Z' })
    const times: number[] = []
    const cpu = process.cpuUsage()
    const begun = performance.now()
    while (performance.now() - begun < seconds * 1000) {
      const at = performance.now()
      await renderPdf(kind, PAPER_SAMPLES[kind] as never, { standard: 'ua-1', createdAt: '2026-01-01T00:00:00.000Z' })
      times.push(performance.now() - at)
    }
    const used = process.cpuUsage(cpu)
    times.sort((a, b) => a - b)
    const at = (share: number): number => times[Math.floor((times.length - 1) * share)]!
    lines.push({ measure: `PDF ${kind}`, own: { perSecond: times.length / ((performance.now() - begun) / 1000), p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs: (used.user + used.system) / 1000 / times.length, failed: 0, bytes: 0 } })
  }
  await closePdf()
  return lines
}
