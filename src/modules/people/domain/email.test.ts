import { describe, expect, it } from 'vitest'
import { readEmail } from './email.ts'

describe('an e-mail address', () => {
  it('is read as accounts keep it', () => {
    expect([' A@Example.KZ ', 'a@example', 'a b@example.kz', '', 'a@@example.kz', `${'a'.repeat(65)}@example.kz`].map(readEmail)).toEqual(['a@example.kz', undefined, undefined, undefined, undefined, undefined])
  })
})
