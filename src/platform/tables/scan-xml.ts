import { refuseTable } from './refuse-table.ts'

const MAX_ATTRIBUTES = 4_096

/** What a reader hears while a text in XML is walked through once; names come without prefix. */
export interface XmlListener {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Walks through XML once, in time linear in its length; document types and own entities are refused. */
export function scanXml(xml: string, listener: XmlListener): void {
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at) listener.text(unescapeXml(xml.slice(at, tag)))
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9)
      listener.text(xml.slice(tag + 9, at - 3))
    } else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag + 2)
    else if (xml.startsWith('<!', tag)) return broken()
    else {
      const end = endOfTag(xml, tag + 1)
      at = end + 1
      if (xml[tag + 1] === '/') {
        listener.close(localName(xml.slice(tag + 2, end).trim()))
        continue
      }
      const empty = xml[end - 1] === '/'
      const inner = xml.slice(tag + 1, empty ? end - 1 : end)
      const space = inner.search(/\s/)
      const name = localName(space < 0 ? inner : inner.slice(0, space))
      const attributes = space < 0 ? '' : inner.slice(space)
      listener.open(name, (wanted) => attributeOf(attributes, wanted))
      if (empty) listener.close(name)
    }
  }
}

function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at]
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
    else if (character === '<') return broken()
  }
  return broken()
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  // The pattern below is quadratic in a text without equals signs.
  if (attributes.length > MAX_ATTRIBUTES) return broken()
  for (const [, name, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === wanted) return unescapeXml(double ?? single ?? '')
  }
  return undefined
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, named) => {
    if (named) return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[String(named).toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? broken() : found + mark.length
}

function broken(): never {
  return refuseTable('table.not-a-table', { reason: 'broken-xml' })
}
