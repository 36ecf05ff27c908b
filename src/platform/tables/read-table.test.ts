import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { TABLE_LIMITS } from './table.ts'
import { writeCsv, writeXlsx } from './write-table.ts'

const utf8 = new TextEncoder()

function csv(text: string, limits = TABLE_LIMITS) {
  return readTable(utf8.encode(text), { filename: 'list.csv', limits })
}

interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  readonly claimedSize?: number
}

function zip(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claimedSize } of parts) {
    const raw = Buffer.from(content as Uint8Array)
    const packed = deflateRawSync(raw)
    const size = claimedSize ?? raw.length
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(Buffer.byteLength(name), 28)
    central.writeUInt32LE(at, 42)
    const body = Buffer.concat([local, Buffer.from(name), packed])
    bodies.push(body)
    directory.push(central, Buffer.from(name))
    at += body.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

function workbook(sheet: string, extra: { workbook?: string; more?: Part[]; claimedSize?: number } = {}): Uint8Array {
  return zip([
    { name: 'xl/workbook.xml', content: extra.workbook ?? '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>' },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`, ...(extra.claimedSize ? { claimedSize: extra.claimedSize } : {}) },
    ...(extra.more ?? []),
  ])
}

function xlsx(bytes: Uint8Array, limits = TABLE_LIMITS) {
  return readTable(bytes, { filename: 'list.xlsx', limits })
}

describe('a CSV table', () => {
  test('keeps quotes, separators and line breaks inside a cell, and the number of the line', async () => {
    const table = await csv('код,атауы\r\nK-1,"«Тау» ""А"", Хромтау\nекінші жол"\r\n\r\nK-2, Атырау \r\n')
    expect(table.header).toEqual(['код', 'атауы'])
    expect(table.rows).toEqual([
      { line: 2, cells: { код: 'K-1', атауы: '«Тау» "А", Хромтау\nекінші жол' } },
      { line: 5, cells: { код: 'K-2', атауы: 'Атырау' } },
    ])
  })

  test.each([
    ['a comma', 'a,b\n1,2;3\n', { a: '1', b: '2;3' }],
    ['a semicolon', 'a;b\n1;2,5\n', { a: '1', b: '2,5' }],
    ['a tab', 'a\tb\n1\t2\n', { a: '1', b: '2' }],
    ['a line that names it', 'sep=;\na;b\n1;2\n', { a: '1', b: '2' }],
    ['no separator at all', 'a\n1\n', { a: '1' }],
    ['a quoted heading with commas', '"x,y,z";b\n1;2\n', { 'x,y,z': '1', b: '2' }],
    ['a single return as line end', 'a,b\r1,2\r', { a: '1', b: '2' }],
  ])('is split by %s', async (_, text, cells) => {
    expect((await csv(text)).rows.map((row) => row.cells)).toEqual([cells])
  })

  test('may begin with the mark of UTF-8 or be UTF-16', async () => {
    expect((await csv('\ufeffат\nӘлия\n')).rows[0]?.cells).toEqual({ ат: 'Әлия' })
    const wide = Buffer.from('\ufeffат\tb\nӘлия\t1\n', 'utf16le')
    expect((await readTable(wide, { filename: 'list.txt' })).rows[0]?.cells).toEqual({ ат: 'Әлия', b: '1' })
  })

  test('fills missing cells at the end of a line with nothing', async () => {
    expect((await csv('a,b,c\n1\n')).rows[0]?.cells).toEqual({ a: '1', b: '', c: '' })
  })

  test('takes a column called __proto__ as any other', async () => {
    const [row] = (await csv('__proto__,a\nx,1\n')).rows
    expect(Object.keys(row?.cells ?? {})).toEqual(['__proto__', 'a'])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test.each([
    ['nothing', '', 'table.not-a-table'],
    ['blank lines only', '\n , \n', 'table.not-a-table'],
    ['a quote that never closes', 'a,b\n"1,2\n', 'table.not-a-table'],
    ['control characters', 'a,b\n\u0001,2\n', 'table.not-a-table'],
    ['two columns of one name', 'a,b, a\n1,2,3\n', 'table.duplicate-column'],
    ['a column without a name', 'a,,c\n1,2,3\n', 'table.nameless-column'],
    ['a cell beyond the last column', 'a,b\n1,2,3\n', 'table.nameless-column'],
  ])('is refused when it is %s', async (_, text, code) => {
    await expect(csv(text)).rejects.toMatchObject({ code })
  })

  test('is refused in the encoding of an old Windows', async () => {
    const bytes = Uint8Array.from([0xca, 0xee, 0xe4, 0x0a, 0xcf, 0xee, 0xe2, 0xe0, 0xf0, 0x0a])
    await expect(readTable(bytes, { filename: 'list.csv' })).rejects.toMatchObject({ code: 'table.bad-encoding' })
  })

  test('is refused beyond each limit and taken at the limit', async () => {
    const limits = { ...TABLE_LIMITS, bytes: 40, rows: 2, columns: 3, cells: 9, cellLength: 5 }
    expect((await csv('a,b,c\n12345,2,3\n1,2,3\n', limits)).rows).toHaveLength(2)
    for (const text of ['a\n1\n2\n3\n', 'a,b,c,d\n', 'a\n123456\n', `a\n${'1,'.repeat(30)}\n`]) {
      await expect(csv(text, limits)).rejects.toMatchObject({ code: 'table.too-large' })
    }
  })

  test('is refused when the name or the content is of another kind', async () => {
    await expect(readTable(utf8.encode('a\n1\n'), { filename: 'list.exe' })).rejects.toMatchObject({ code: 'table.not-a-table' })
    const oldExcel = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    await expect(readTable(oldExcel, { filename: 'list.csv' })).rejects.toMatchObject({ code: 'table.not-a-table' })
  })
})

describe('a workbook', () => {
  test('gives texts, numbers, days and stored results as a person saw them', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Тізім')
    sheet.addRow(['ЖСН', 'аты', 'күні', 'уақыты', 'баға', 'формула', 'иә'])
    sheet.addRow([12345678901, { richText: [{ text: 'Әлия ' }, { text: 'Ким & Ко' }] }, new Date('2026-11-24T00:00:00Z'), new Date('2026-11-24T09:30:00Z'), 38000.5, { formula: '1+1', result: 2 }, true])
    sheet.getCell('A2').numFmt = '000000000000'
    sheet.getCell('C2').numFmt = 'dd.mm.yyyy'
    sheet.getCell('D2').numFmt = 'yyyy-mm-dd hh:mm'
    sheet.getCell('B4').value = 'төртінші жол'
    const table = await xlsx(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(table.rows).toEqual([
      { line: 2, cells: { ЖСН: '012345678901', аты: 'Әлия Ким & Ко', күні: '2026-11-24', уақыты: '2026-11-24T09:30:00', баға: '38000.5', формула: '2', иә: '1' } },
      { line: 4, cells: { ЖСН: '', аты: 'төртінші жол', күні: '', уақыты: '', баға: '', формула: '', иә: '' } },
    ])
  })

  test('is read from its first sheet that is not hidden', async () => {
    const book = new exceljs.Workbook()
    book.addWorksheet('hidden', { state: 'veryHidden' }).addRow(['no'])
    book.addWorksheet('seen').addRows([['yes'], ['1']])
    expect((await xlsx(new Uint8Array(await book.xlsx.writeBuffer()))).header).toEqual(['yes'])
  })

  test('may use inline texts, prefixes, and leave out cell addresses', async () => {
    const sheet = '<row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><v>b&lt;_x0041_</v></c></row><row><c><v>1</v></c><c><v>0.1</v></c></row>'
    expect(await xlsx(workbook(sheet))).toEqual({ header: ['a', 'b<A'], rows: [{ line: 2, cells: { a: '1', 'b<A': '0.1' } }] })
    const prefixed = sheet.replace(/<(\/?)/g, '<$1x:')
    expect((await xlsx(workbook(prefixed))).header).toEqual(['a', 'b<A'])
  })

  test('counts the days of 1900 and of 1904 as the workbook does', async () => {
    const styles = { name: 'xl/styles.xml', content: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>' }
    const sheet = '<row><c t="str"><v>on</v></c></row><row><c s="1"><v>59</v></c></row><row><c s="1"><v>61</v></c></row>'
    const days = async (bytes: Uint8Array) => (await xlsx(bytes)).rows.map((row) => row.cells['on'])
    expect(await days(workbook(sheet, { more: [styles] }))).toEqual(['1900-02-28', '1900-03-01'])
    const from1904 = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>'
    expect(await days(workbook(sheet, { more: [styles], workbook: from1904 }))).toEqual(['1904-02-29', '1904-03-02'])
  })

  test('is refused before unpacking when its directory promises too much', async () => {
    const bomb = workbook('<row/>', { more: [{ name: 'xl/bomb.xml', content: 'x', claimedSize: 0xfffffffe }] })
    await expect(xlsx(bomb)).rejects.toMatchObject({ code: 'table.too-large', data: { what: 'unpacked' } })
  })

  test('is refused when its directory promises less than it unpacks to', async () => {
    const bomb = workbook(' '.repeat(50 * 1024 * 1024), { claimedSize: 1000 })
    expect(bomb.length).toBeLessThan(100_000)
    await expect(xlsx(bomb)).rejects.toMatchObject({ code: 'table.not-a-table' })
  })

  test('is refused with a document type, so that no entity can grow', async () => {
    const laughs = workbook('<row/>', { workbook: '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>' })
    await expect(xlsx(laughs)).rejects.toMatchObject({ code: 'table.not-a-table' })
  })

  test('of a few kilobytes cannot keep the server busy with ranges of the whole sheet', async () => {
    const greedy = '<workbook xmlns:r="r"><sheets><sheet r:id="rId1"/></sheets><definedNames><definedName name="a">A!$A$1:$XFD$1048576</definedName></definedNames></workbook>'
    const sheet = '<row r="1048576"><c r="A1048576" t="str"><v>a</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>'
    expect((await xlsx(workbook(sheet, { workbook: greedy }))).header).toEqual(['a'])
  })

  test('is refused when a tag carries more than any workbook needs', async () => {
    const endless = `<row ${'a'.repeat(1_000_000)}>`
    await expect(xlsx(workbook(endless))).rejects.toMatchObject({ code: 'table.not-a-table' })
  })

  test.each([
    ['a broken tag', workbook('<row')],
    ['a text outside the list', workbook('<row><c t="s"><v>7</v></c></row>')],
    ['no sheet', workbook('<row/>', { workbook: '<workbook/>' })],
    ['no workbook', zip([{ name: 'readme.txt', content: 'hello' }])],
    ['a file that ends too early', workbook('<row/>').subarray(0, 120)],
    ['two entries of one name', workbook('<row/>', { more: [{ name: 'xl/workbook.xml', content: '<workbook/>' }] })],
  ])('is refused with %s', async (_, bytes) => {
    await expect(xlsx(bytes)).rejects.toMatchObject({ code: 'table.not-a-table' })
  })

  test('is refused beyond the limits of rows, columns and cells', async () => {
    const limits = { ...TABLE_LIMITS, rows: 1, columns: 2, cells: 2, cellLength: 3 }
    const cell = '<c t="str"><v>abc</v></c>'
    const good = await xlsx(workbook(`<row>${cell}</row><row>${cell}</row>`), limits)
    expect(good.rows).toHaveLength(1)
    for (const sheet of [`<row>${cell}</row>`.repeat(3), `<row>${cell}${cell}</row><row>${cell}</row>`, '<row><c r="C1" t="str"><v>a</v></c></row>', '<row><c t="str"><v>abcd</v></c></row>']) {
      await expect(xlsx(workbook(sheet), limits)).rejects.toMatchObject({ code: 'table.too-large' })
    }
  })

  test('with any byte changed is read or denied, never anything else', async () => {
    const whole = workbook('<row><c t="str"><v>a</v></c></row><row><c><v>1</v></c></row>')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (place, value) => {
        const bytes = Uint8Array.from(whole)
        bytes[place] = value
        await xlsx(bytes).catch((error: { code?: string }) => expect(error.code).toMatch(/^table\./))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a table we write', () => {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

  test.each([
    ['=1+1', "'=1+1"],
    ['+77000000000', "'+77000000000"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['a=b', 'a=b'],
    ['«А», "Б"', '"«А», ""Б"""'],
  ])('keeps %j from being run as a formula or from breaking the line', (cell, written) => {
    expect(text(writeCsv(['a'], [[cell]]))).toBe(`\ufeffa\r\n${written}\r\n`)
  })

  test('writes numbers as numbers and what is not known as nothing', () => {
    expect(text(writeCsv(['a', 'b'], [[-5, undefined]]))).toBe('\ufeffa,b\r\n-5,\r\n')
  })

  test('comes back the same from CSV', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((value) => value === value.trim() && !/^[=+\-@'\t\r]|[\u0000-\u001f]|\ufeff/.test(value))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (rows) => {
        const table = await readTable(writeCsv(['a', 'ә'], rows), { filename: 'x.csv' })
        expect(table.rows.map((row) => [row.cells['a'], row.cells['ә']])).toEqual(rows.filter((row) => row.some((value) => value !== '')))
      }),
      { numRuns: 200 },
    )
  })

  test('comes back the same from a workbook, formulas as plain text', async () => {
    const bytes = await writeXlsx(['атауы', 'саны'], [['=HYPERLINK("x")', 3], ['Қазақ\u0001ша <b>&', -1.5]], 'Тізім: 1/2')
    const table = await readTable(bytes, { filename: 'x.xlsx' })
    expect(table.rows.map((row) => row.cells)).toEqual([
      { атауы: '=HYPERLINK("x")', саны: '3' },
      { атауы: 'Қазақша <b>&', саны: '-1.5' },
    ])
    const book = new exceljs.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
    expect(book.worksheets[0]?.getCell('A2').formula).toBeUndefined()
  })
})
