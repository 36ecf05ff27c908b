import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'

const END = '\nstartxref\n0\n%%EOF\n'

function pdf(...parts: (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(['%PDF-1.7\n', ...parts, END].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
}
function objectStream(objects: string, { dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', body = deflateSync(Buffer.from(objects, 'latin1')) as Uint8Array } = {}): Uint8Array {
  return Buffer.concat([Buffer.from(`7 0 obj\n<<${dictionary}/Length ${body.length}>>\nstream\n`), body, Buffer.from('\nendstream\nendobj\n')])
}
/** Bytes without rule, the same in every run, as a compressed scan looks to a search for words. */
function noise(size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  let state = 0x9e3779b9
  for (let i = 0; i < size; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state
  }
  return bytes
}
const fault = (bytes: Uint8Array) => inspectPdf(bytes).fault

describe('a PDF', () => {
  it('counts its pages, also those in compressed objects', () => {
    expect(inspectPdf(pdf('3 0 obj <</Type /Page>> endobj 2 0 obj <</Type/Pages>> endobj ', objectStream('5 0 <</Type/Page/Parent 2 0 R>>')))).toEqual({ fault: undefined, pages: 2 })
  })

  it('is not refused for names that stand by chance in the noise of a scan', () => {
    const scan = Buffer.from(noise(200_000))
    scan.write('/JS(', 1000, 'latin1')
    scan.write('/AA ', 2000, 'latin1')
    expect(fault(pdf(`4 0 obj\n<</Subtype/Image/Length ${scan.length}>>\nstream\n`, scan, '\nendstream\nendobj'))).toBeUndefined()
  })

  it.each<[string, Uint8Array]>([
    ['a script in a compressed object', pdf(objectStream('5 0 <</S/JavaScript/JS(app.alert(1))>>'))],
    ['a script in an object that is packed but not compressed', pdf(objectStream('', { dictionary: '/Type/ObjStm/N 1/First 4', body: Buffer.from('5 0 <</JS 9 0 R>>') }))],
    ['a script in a packed object without its type', pdf(objectStream('5 0 <</AA<</O 9 0 R>>>>', { dictionary: '/N 1/First 4/Filter[/FlateDecode]' }))],
    ['a script whose name is written with escapes', pdf('5 0 obj <</S/J#61vaScrip#74>> endobj')],
    ['a script hidden behind a false stream', pdf('% stream\n5 0 obj <</S/JavaScript/JS(x)>> endobj\nendstream\n')],
    ['a script in a packed object with an escaped type', pdf(objectStream('5 0 <</JS(x)>>', { dictionary: '/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode' }))],
    ['a program', pdf('5 0 obj <</S/Launch/F(cmd.exe)>> endobj')],
    ['a form in XFA', pdf('5 0 obj <</AcroForm<</XFA[]>>>> endobj')],
    ['a jump to a file elsewhere', pdf('5 0 obj <</S/GoToR/F(\\\\\\\\host\\\\x)>> endobj')],
    ['an address that opens by itself', pdf('1 0 obj <</OpenAction<</S/URI/URI(http://x.example)>>>> endobj')],
    ['an action that opens by itself and is not there', pdf('1 0 obj <</OpenAction 9 0 R>> endobj')],
    ['a destination followed by an action', pdf('1 0 obj <</OpenAction<</S/GoTo/D[3 0 R]/Next 9 0 R>>>> endobj')],
  ])('is refused for %s', (_, bytes) => expect(fault(bytes)).toBe('file.active-content'))

  it.each<[string, Uint8Array]>([
    ['directly', pdf('1 0 obj <</Type/Catalog/OpenAction [3 0 R /Fit]>> endobj')],
    ['by a jump', pdf('1 0 obj <</OpenAction <</S/GoTo/D[3 0 R/Fit]>>>> endobj')],
    ['by another object', pdf('1 0 obj <</OpenAction 9 0 R>> endobj\n9 0 obj\n<</S /GoTo /D [3 0 R /Fit]>> endobj')],
    ['by a compressed object', pdf('1 0 obj <</OpenAction 5 0 R>> endobj\n', objectStream('5 0 [3 0 R /Fit]'))],
  ])('may open at a page, %s', (_, bytes) => expect(fault(bytes)).toBeUndefined())

  it.each<[string, Uint8Array]>([
    ['damaged', pdf(objectStream('', { body: Buffer.from('not deflated') }))],
    ['packed in a way that is not examined', pdf(objectStream('', { dictionary: '/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]' }))],
    ['too large when unpacked', pdf(objectStream(' '.repeat(17 * 1024 * 1024)))],
    ['hidden in the body of another stream', pdf('4 0 obj <<>>\nstream\n', objectStream('5 0 <</JS(x)>>'))],
    ['named by another object', pdf('8 0 obj /ObjStm endobj\n', objectStream('5 0 <</JS(x)>>', { dictionary: '/Type 8 0 R/N 1' }))],
  ])('is refused when its compressed objects are %s', (_, bytes) => expect(fault(bytes)).toBe('file.broken'))

  it('is examined in a time that grows with its size only', () => {
    const started = performance.now()
    expect(fault(pdf('1 0 obj <</OpenAction '.repeat(50_000)))).toBe('file.active-content')
    expect(fault(pdf('9 0 obj [3 0 R] endobj ', '1 0 obj <</OpenAction 9 0 R>> endobj '.repeat(100_000)))).toBe('file.active-content')
    expect(fault(pdf('stream\n'.repeat(500_000)))).toBe('file.broken')
    expect(fault(pdf('<<<<'.repeat(500_000), '1 0 obj stream\nendstream '.repeat(50_000)))).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
