/** How calls are gathered. */
export interface GatherOptions<In> {
  /** The most calls of one batch. */
  most: number
  /** The most batches on their way at once. */
  atOnce: number
  /** Calls of one lane are never in two batches at once, so each sees what the one before it has written. */
  lane?: (call: In) => string
}

/**
 * Calls that arrive while others are on their way to the database go together in one batch. An answer that is an Error
 * refuses its own call only; a batch that fails is repeated call by call, so that one bad call harms only itself.
 */
export function gather<In, Out>(ask: (calls: readonly In[]) => Promise<readonly (Out | Error)[]>, { most, atOnce, lane }: GatherOptions<In>): (call: In) => Promise<Out> {
  interface Waiting { call: In; resolve(answer: Out): void; reject(error: unknown): void }
  let waiting: Waiting[] = []
  const busy = new Set<string>()
  let underway = 0
  let scheduled = false

  function take(): Waiting[] {
    const batch: Waiting[] = []
    const left: Waiting[] = []
    for (const each of waiting) (batch.length < most && !(lane && busy.has(lane(each.call))) ? batch : left).push(each)
    waiting = left
    return batch
  }

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await ask(batch.map((each) => each.call))
      batch.forEach((each, place) => {
        const answer = answers[place]!
        if (answer instanceof Error) each.reject(answer)
        else each.resolve(answer)
      })
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error)
      else for (const each of batch) await send([each])
    }
  }

  function start(): void {
    scheduled = false
    while (underway < atOnce && waiting.length > 0) {
      const batch = take()
      if (batch.length === 0) return
      const lanes = lane ? batch.map((each) => lane(each.call)) : []
      for (const each of lanes) busy.add(each)
      underway++
      void send(batch).finally(() => {
        underway--
        for (const each of lanes) busy.delete(each)
        start()
      })
    }
  }

  return (call) => new Promise((resolve, reject) => {
    waiting.push({ call, resolve, reject })
    if (scheduled) return
    scheduled = true
    // The next turn of the event loop: whatever arrives until then goes with it.
    setImmediate(start)
  })
}
