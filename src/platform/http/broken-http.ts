import type { Socket } from 'node:net'

const ANSWERS: Readonly<Record<string, readonly [status: number, phrase: string, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'headers.too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'request.too-slow'],
}
const WRONG = [400, 'Bad Request', 'input.wrong'] as const

/** Answers bytes that are no HTTP, before any request exists, by a problem document like every other wrong request. */
export function answerBrokenHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, phrase, code] = ANSWERS[error.code ?? ''] ?? WRONG
  const body = JSON.stringify({ type: 'about:blank', title: code, status, code })
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status} ${phrase}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`)
  }
  socket.destroy(error)
}
