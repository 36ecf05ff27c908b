/**
 * Does one thing for each, one after the other, and answers what came of each, in their order. Within a transaction there is one
 * connection: questions asked of it at once only wait for each other, and the driver will not take them in its next version.
 */
export async function inTurn<T, R>(all: Iterable<T>, act: (each: T, place: number) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let place = 0
  for (const each of all) answers.push(await act(each, place++))
  return answers
}
