import { afterEach, expect, it } from 'vitest'
import { honestYear } from '../../../../bench/fraud/honest-year.ts'
import { measureYear, type Measured } from '../../../../bench/fraud/measure.ts'
import { plantFrauds, SMALL } from '../../../../bench/fraud/plant.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'

let world: TestWorld
afterEach(() => world.drop())
const SIZE = { regions: 7, centresPerRegion: 4, cases: 40 }
const told = (lines: readonly Measured[], of: (line: Measured) => number) => Object.fromEntries(lines.filter((line) => of(line) > 0).map((line) => [line.kind, of(line)]))

it('frauds put into a made year are found where they are strong enough to be seen, and those under a threshold are not', async () => {
  world = await openTestWorld()
  const lines = await measureYear(world, plantFrauds(honestYear(SIZE, 1), SMALL, 2))
  const plain = told(lines, (line) => line.plain)
  expect(Object.keys(plain).sort()).toEqual([
    'agreement', 'alike', 'dormant', 'far-voucher', 'fast', 'late', 'overfull', 'pass-rate', 'region-rate', 'same-upload education', 'same-upload work', 'shared-contact email', 'shared-contact phone', 'shared-device', 'throughput assessors', 'throughput seats', 'two-places',
  ])
  expect(told(lines, (line) => line.plainFound)).toEqual(plain)
  expect(told(lines, (line) => line.found)).toEqual(plain)
}, 120_000)

it('a year without fraud raises no kind of signal at more than one centre in twenty', async () => {
  world = await openTestWorld()
  const lines = await measureYear(world, honestYear(SIZE, 3))
  expect(lines.filter((line) => line.falseAlarms * 20 > line.centres)).toEqual([])
}, 120_000)
