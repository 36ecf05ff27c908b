import { afterAll, beforeAll, describe } from 'vitest'
import { isKindIn } from './public-pages.ts'
import { beginWalk, type Walk } from './walk.ts'

let walk: Walk
beforeAll(async () => { walk = await beginWalk() }, 180_000)
afterAll(() => walk.end())

describe('what everybody may see, in the other languages', () => {
  isKindIn(() => walk, 'ru', { phone: false })
  isKindIn(() => walk, 'en', { phone: true })
})
