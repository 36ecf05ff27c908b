import type { TestWorld } from './world.ts'

/** Numbers from `first` on, in each world by itself: test files share the modules of their process, so a bare counter would go on from one file to the next. */
export function counterFrom(first: number): (world: TestWorld) => number {
  const next = new WeakMap<TestWorld, number>()
  return (world) => {
    const number = next.get(world) ?? first
    next.set(world, number + 1)
    return number
  }
}
