import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentDisposition } from './content-disposition.ts'
import { examineUpload, safeName } from './intake.ts'
import { folderStore } from './store.ts'

const pdf = (body: string): Uint8Array => Buffer.from(`%PDF-1.7\n${body}\nstartxref\n0\n%%EOF\n`, 'latin1')
const denied = (bytes: Uint8Array) => examineUpload(bytes).then(() => 'accepted', (error: { code?: string }) => error.code)

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}
function hugePng(side: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}

describe('an uploaded file', () => {
  it('is accepted when it is a plain PDF', async () => expect(await denied(pdf('1 0 obj << /Type /Catalog >> endobj'))).toBe('accepted'))
  it.each([
    ['of no bytes', new Uint8Array(), 'file.empty'],
    ['of HTML in a PDF’s clothes', Buffer.from('<html><script>alert(1)</script></html>'), 'file.wrong-type'],
    ['of HTML after a PDF’s first line', pdf('<html><script>alert(1)</script>'), 'file.wrong-type'],
    ['that is a program', Buffer.from('MZ\x90\x00'.padEnd(400, '\0'), 'latin1'), 'file.wrong-type'],
    ['with a script inside', pdf('<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>'), 'file.active-content'],
    ['with a script hidden by escapes', pdf('<< /#4a#53 (x) >>'), 'file.active-content'],
    ['with an attachment', pdf('<< /Names << /EmbeddedFiles 3 0 R >> >>'), 'file.active-content'],
    ['that is enciphered', pdf('trailer << /Encrypt 5 0 R >>'), 'file.encrypted'],
    ['that was cut', Buffer.from('%PDF-1.7\n1 0 obj', 'latin1'), 'file.broken'],
    ['of 30,000 × 30,000 pixels', hugePng(30_000), 'file.pixel-flood'],
    ['that is a broken image', Buffer.concat([Buffer.from(hugePng(4)).subarray(0, 45), Buffer.alloc(40)]), 'file.broken'],
    ['over ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), 'file.too-large'],
  ])('%s is refused', async (_name, bytes, code) => expect(await denied(bytes)).toBe(code))

  it('loses the place where its photo was taken: images are drawn anew', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a0' } }).withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '51/1 8/1 0/1' } }).jpeg().toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const examined = await examineUpload(photo)
    expect(examined).toMatchObject({ kind: 'jpeg', width: 60, height: 40 })
    expect((await sharp(examined.cleaned).metadata()).exif).toBeUndefined()
  })

  it('draws a photo upright and at most 4000 pixels wide, without a tail', async () => {
    const photo = await sharp({ create: { width: 5000, height: 20, channels: 3, background: '#00a' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const examined = await examineUpload(Buffer.concat([photo, Buffer.from('PK\x03\x04 tail')]))
    expect(examined).toMatchObject({ kind: 'jpeg', width: 16, height: 4000 })
    expect(Buffer.from(examined.cleaned).includes('PK\x03\x04 tail')).toBe(false)
  })

  it('is drawn in its turn when many come at once, also after one that failed', async () => {
    const good = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#a00' } }).png().toBuffer()
    const results = await Promise.all(Array.from({ length: 12 }, (_, i) => denied(i % 3 === 0 ? hugePng(30_000) : good)))
    expect(results).toEqual(Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? 'file.pixel-flood' : 'accepted')))
  })

  it.each([['../../etc/passwd', 'passwd'], ['диплом\u202Efdp.exe', 'дипломfdp.exe'], ['C:\\папка\\Куәлік.pdf', 'Куәлік.pdf'], ['\0', 'file'], ['ә'.repeat(4000) + '.pdf', `${'ә'.repeat(110)}.pdf`],
    ['куәлік.pdf\0.exe', 'куәлік.pdf.exe'], ['\u2066скан\u061c\u0085.png\u2069', 'скан.png'], ['..', 'file'], ['CON.pdf', '_CON.pdf'], ['a\ud800b.pdf', 'ab.pdf'], ['скан.pdf. . ', 'скан.pdf']])('named %j is shown as %j', (given, shown) => {
    expect(safeName(given)).toBe(shown)
  })
  it('is offered with a name that cannot break the header', () => {
    const header = contentDisposition('Құжат "1"\r\nX: y.pdf', { inline: false })
    expect(header).not.toMatch(/[\r\n]|%0[AD]/)
    expect(contentDisposition('жарты \ud800 белгі.pdf', { inline: true })).toContain('inline; filename="')
    expect(header).toContain("filename*=UTF-8''%D2%9A%D2%B1%D0%B6%D0%B0%D1%82")
  })
})

describe('the file store', () => {
  let folder: string
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tanu-files-')) })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives back what was put, leaves nothing half-written, and refuses foreign keys', async () => {
    const store = folderStore(folder)
    const { key, size } = await store.put(Buffer.from('сәлем'))
    expect(Buffer.from(await store.get(key)).toString()).toBe('сәлем')
    expect(size).toBe(10)
    expect((await readdir(join(folder, key.slice(0, 2)))).some((name) => name.endsWith('.part'))).toBe(false)
    expect(() => store.get('../secret')).toThrow('not a key')
    const keys: string[] = []
    for await (const each of store.list(-1000)) keys.push(each)
    expect(keys).toEqual([key])
    await store.delete(key)
    await expect(store.get(key)).rejects.toThrow()
  })

  it('removes what a crash left half-written, and nothing else', async () => {
    const store = folderStore(folder)
    const { key } = await store.put(Buffer.from('whole'))
    await writeFile(join(folder, `${key}.part`), 'ha')
    const keys: string[] = []
    for await (const each of store.list(-1000)) keys.push(each)
    expect(keys).toEqual([key])
    expect(await store.deleteHalfWritten(60_000)).toBe(0)
    expect(await store.deleteHalfWritten(-1000)).toBe(1)
    expect(Buffer.from(await store.get(key)).toString()).toBe('whole')
    await store.delete(key)
  })

  it('gives many files at once different keys', async () => {
    const store = folderStore(folder)
    const put = await Promise.all(Array.from({ length: 20 }, (_, i) => store.put(Buffer.from([i]))))
    expect(new Set(put.map(({ key }) => key)).size).toBe(20)
    expect(await Promise.all(put.map(async ({ key }) => (await store.get(key))[0]))).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })
})
