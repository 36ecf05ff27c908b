import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

interface Kept {
  body: Buffer
  packed: Buffer
  type: string
  etag: string
  until: number
  seconds: number
  /** The legal day it was asked for: at midnight another law may be in force, so nothing of yesterday is given. */
  day: string
}

const MOST = 2_000
const WHILE_REDRAWN_MS = 1_000

/** Finished anonymous pages, kept for seconds in the process; bounded, so that many addresses cannot fill the memory. */
export function keptPages() {
  const pages = new Map<string, Kept>()
  return {
    find(url: string, day: string): Kept | undefined {
      const found = pages.get(url)
      if (!found || found.day !== day) return undefined
      const now = Date.now()
      if (found.until > now) return found
      // Only the first to come after the end draws the page anew; for the second that this may take, all others still get the old one.
      if (found.until + WHILE_REDRAWN_MS > now) found.until = now + WHILE_REDRAWN_MS
      else pages.delete(url)
      return undefined
    },
    keep(url: string, text: string, { seconds, day, type = 'text/html; charset=utf-8' }: { seconds: number; day: string; type?: string }): Kept {
      if (pages.size >= MOST) pages.delete(pages.keys().next().value!)
      const bytes = Buffer.from(text)
      const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } })
      const kept = { body: bytes, packed, type, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`, until: Date.now() + seconds * 1000, seconds, day }
      pages.set(url, kept)
      return kept
    },
    answer(request: FastifyRequest, reply: FastifyReply, kept: Kept) {
      reply.header('etag', kept.etag).header('cache-control', `public, max-age=${kept.seconds}`).header('vary', 'cookie, accept-encoding')
      if (request.headers['if-none-match'] === kept.etag) return reply.code(304).send()
      reply.code(200).type(kept.type)
      // What is kept carries no secret and no token, so it may be packed; pages of a person never are.
      return /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')) ? reply.header('content-encoding', 'br').send(kept.packed) : reply.send(kept.body)
    },
  }
}
