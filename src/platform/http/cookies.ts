/** Parses a Cookie header; a malformed pair is passed over. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    if (name === '__proto__') continue
    try {
      cookies[name] = decodeURIComponent(pair.slice(at + 1).trim())
    } catch {
      continue
    }
  }
  return cookies
}

/** A Set-Cookie value: HttpOnly, SameSite=Lax, Secure when the public address is https. */
export function cookieLine(name: string, value: string, { maxAgeSeconds, secure }: { maxAgeSeconds: number; secure: boolean }): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Names carry the `__Host-` prefix where the browser honours it, over https. */
export function cookieName(name: 'session' | 'visit' | 'flash' | 'lang' | 'theme' | 'print' | 'centre' | 'body' | 'device', secure: boolean): string {
  return secure ? `__Host-tanu-${name}` : `tanu-${name}`
}
