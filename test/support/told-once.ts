import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'

/** What is told in minutes is told once in a run, by the first test file that comes to the folder; the others wait for it and copy. */
export async function toldOnce(folder: string, tell: (folder: string) => Promise<void>): Promise<string> {
  const [ready, failed] = [`${folder}.ready`, `${folder}.failed`]
  if (await mkdir(folder).then(() => true, () => false)) {
    try {
      await tell(folder)
    } catch (error) {
      await writeFile(failed, String(error))
      throw error
    }
    await writeFile(ready, '')
  }
  for (const until = Date.now() + 170_000; !existsSync(ready);) {
    if (existsSync(failed)) throw new Error('the telling failed in another test file')
    if (Date.now() > until) throw new Error('the demonstration was not told in time')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return folder
}
