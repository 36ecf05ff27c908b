import { z } from 'zod'
import { apiRoute, type ApiRoute } from '#platform/http/api.ts'
import { registerOutcome } from './register-outcome.ts'

// Lengths and days are measured by the rule itself, so that a machine is told the same reasons as a person.
const text = z.string().max(2_000)

/** The door for the system of a sector body: one document of mandatory recognition at a time, by the key of the body. */
export const routes: readonly ApiRoute[] = [apiRoute({
  method: 'POST', path: '/mandatory-outcomes', action: 'mandatory-outcome.register', access: { scope: 'mandatory-outcomes.write' }, statuses: [404],
  summary: 'Registers a document of mandatory recognition that the sector body of this key gave. The same document sent again is answered as repeated; another one under the same number is refused with 409.',
  body: z.strictObject({
    number: text, profession: text, issuedOn: text, validUntil: text.nullable().optional(), ground: text,
    person: z.strictObject({ iin: text, surname: text, givenName: text, patronymic: text.nullable().optional() }),
  }),
  response: z.object({ number: z.string(), registeredOn: z.string(), repeated: z.boolean() }),
  async handle(ctx, { body: sent }) {
    const { number, registeredOn, repeated } = await registerOutcome(ctx, {
      number: sent.number, profession: sent.profession, iin: sent.person.iin, surname: sent.person.surname, given_name: sent.person.givenName, patronymic: sent.person.patronymic ?? '',
      issued_on: sent.issuedOn, valid_until: sent.validUntil ?? '', ground: sent.ground,
    })
    return { number, registeredOn, repeated }
  },
})]
