/** RFC 6266: an ASCII name for old clients beside the true one in UTF-8. No sign of the name can break the header or the answer. */
export function contentDisposition(filename: string, { inline }: { inline: boolean }): string {
  const name = filename.toWellFormed().replace(/\p{Cc}/gu, '_')
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
