/** Does one thing for each, so that a failure of one holds up no other. Answers how many moved. Where none did the failures are thrown together: what fails every time is told by the first turn that has nothing else to do. */
export async function eachInTurn<T>(all: readonly T[], act: (each: T) => Promise<boolean>): Promise<number> {
  const faults: unknown[] = []
  let moved = 0
  for (const each of all) {
    try {
      if (await act(each)) moved++
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (moved === 0 && faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${all.length} failed`)
  return moved
}
