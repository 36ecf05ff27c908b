import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

interface Kept {
  html: Buffer
  etag: string
  until: number
  seconds: number
}

const MOST = 2_000

/** Finished anonymous pages, kept for seconds in the process; bounded, so that many addresses cannot fill the memory. */
export function keptPages() {
  const pages = new Map<string, Kept>()
  return {
    find(url: string): Kept | undefined {
      const found = pages.get(url)
      return found && found.until > Date.now() ? found : undefined
    },
    keep(url: string, html: string, seconds: number): Kept {
      if (pages.size >= MOST) pages.delete(pages.keys().next().value!)
      const bytes = Buffer.from(html)
      const kept = { html: bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`, until: Date.now() + seconds * 1000, seconds }
      pages.set(url, kept)
      return kept
    },
    answer(request: FastifyRequest, reply: FastifyReply, kept: Kept) {
      reply.header('etag', kept.etag).header('cache-control', `public, max-age=${kept.seconds}`).header('vary', 'cookie')
      if (request.headers['if-none-match'] === kept.etag) return reply.code(304).send()
      return reply.code(200).type('text/html; charset=utf-8').send(kept.html)
    },
  }
}
