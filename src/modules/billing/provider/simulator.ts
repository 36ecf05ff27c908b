import { timingSafeEqual } from 'node:crypto'
import type { Cipher, Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { signedText, type Notice } from '../domain/notice.ts'
import { sumCharges } from '../store/provider-store.ts'
import type { PaymentProvider } from './port.ts'

/** The signature of the simulated provider: HMAC-SHA-256 in hex, by a key of this instance. */
export function signatureOf(cipher: Pick<Cipher, 'index'>, notice: Notice): string {
  return Buffer.from(cipher.index(signedText(notice))).toString('hex')
}

/** Stands in for a provider of payments in a demonstration: takes no money, keeps a book of its own, signs its notices as a provider would. */
export function simulator(cipher: Pick<Cipher, 'index'>): PaymentProvider {
  return {
    name: 'simulator',
    payPath: (reference) => `/pay/${reference}`,
    isSigned(notice, signature) {
      const [wanted, given] = [Buffer.from(signatureOf(cipher, notice)), Buffer.from(signature)]
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
    dayTotal: (t: Tx, centreId, on) => withSystemSight(t, () => sumCharges(t.sql, centreId, on)),
    // It waits on its own page until somebody lets it confirm.
    giveBack: async () => {},
  }
}

/** The provider of this instance; a real one is put here with its contract. None: nobody pays by card or QR. */
export function providerOf(instance: { demo: boolean; cipher: Pick<Cipher, 'index'> }): PaymentProvider | undefined {
  return instance.demo ? simulator(instance.cipher) : undefined
}
