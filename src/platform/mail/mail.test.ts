import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { AddressError, mailboxMail, oneAddress, oneLine, smtpMail } from './mail.ts'

interface Received { recipients: string[]; data: string }

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** As much of an SMTP server as takes a letter and shows what came over the line. */
async function postOffice(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((socket) => {
    let [buffer, inData, letter] = ['', false, { recipients: [], data: '' } as Received]
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    socket.on('data', (bytes) => {
      buffer += bytes.toString('utf8')
      for (;;) {
        const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
        if (end === -1) return
        const part = buffer.slice(0, end)
        buffer = buffer.slice(end + (inData ? 5 : 2))
        if (inData) {
          received.push({ ...letter, data: part })
          letter = { recipients: [], data: '' }
          inData = false
          socket.write('250 kept\r\n')
        } else if (part.startsWith('RCPT TO:')) {
          letter.recipients.push(part.slice(8))
          socket.write('250 ok\r\n')
        } else if (part === 'DATA') {
          inData = true
          socket.write('354 go\r\n')
        } else if (part === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

describe('the post', () => {
  it('takes a letter to one address, in Kazakh, marked as written by a machine', async () => {
    const { url, received } = await postOffice()
    const mail = smtpMail(url, 'Tanu <tanu@example.kz>')
    await mail.send({ to: 'aigul@example.kz', subject: 'Емтихан күні белгіленді', text: 'Сәлеметсіз бе!', lang: 'kk', letterId: 'letter-1' })
    mail.close()
    expect(received).toHaveLength(1)
    expect(received[0]!.recipients).toEqual(['<aigul@example.kz>'])
    expect(received[0]!.data).toContain('Message-ID: <letter-1@tanu>')
    expect(received[0]!.data).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(received[0]!.data).toMatch(/^Content-Language: kk\r$/m)
  })

  it('lets nobody add a header or end the letter through its subject or text', async () => {
    const { url, received } = await postOffice()
    const mail = smtpMail(url, 'tanu@example.kz')
    await mail.send({ to: 'a@example.kz', subject: 'Hello\r\nBcc: b@example.kz\r\n\r\nbody', text: 'one\r\n.\r\nMAIL FROM:<x@y.kz>\r\n', letterId: '1>\r\nX: y' })
    mail.close()
    expect(received).toHaveLength(1)
    const [head = ''] = received[0]!.data.split('\r\n\r\n')
    expect(received[0]!.recipients).toEqual(['<a@example.kz>'])
    expect(head).not.toMatch(/^(Bcc|X):/m)
    expect(head).toContain('Message-ID: <1Xy@tanu>')
  })

  it.each(['a@x.kz, b@y.kz', 'a@x.kz;b@y.kz', 'Ә <a@x.kz>', 'a@x.kz\r\nBcc: b@y.kz', 'a@b@c', 'nobody', '', 'a b@x.kz', `${'a'.repeat(65)}@x.kz`, 'a@x.kz\u202e'])('refuses %j as an address', async (to) => {
    const { url, received } = await postOffice()
    const mail = smtpMail(url, 'tanu@example.kz')
    await expect(mail.send({ to, subject: 's', text: 't', letterId: '1' })).rejects.toBeInstanceOf(AddressError)
    mail.close()
    expect(received).toEqual([])
  })

  it('takes addresses of other alphabets', () => expect(oneAddress(' пошта@мысал.қаз ')).toBe('пошта@мысал.қаз'))

  it('fails when nobody listens, so that the letter stays in the outbox', async () => {
    const mail = smtpMail('smtp://127.0.0.1:1', 'tanu@example.kz')
    await expect(mail.send({ to: 'a@x.kz', subject: 's', text: 't', letterId: '1' })).rejects.toThrow()
    mail.close()
  })

  it('is a mailbox where no SMTP is configured', async () => {
    const mail = mailboxMail()
    expect(mail.kind).toBe('mailbox')
    await expect(mail.send({ to: 'a@x.kz', subject: 's', text: 't', letterId: '1' })).resolves.toBeUndefined()
  })

  it('keeps a header on one line', () => expect(oneLine(' a\r\n b\u2028c\u0000 ')).toBe('a  b c'))
})
