import { afterEach, expect, it } from 'vitest';
import { PAPER_SAMPLES } from './paper-samples.ts';
import { createPdfPool, type PdfPool } from './pool.ts';

const options = { standard: 'ua-1', createdAt: '2026-10-14T11:08:00.000Z' } as const;
const sample = PAPER_SAMPLES['application-form'];
const pools: PdfPool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function pool(...settings: Parameters<typeof createPdfPool>): PdfPool {
  const made = createPdfPool(...settings);
  pools.push(made);
  return made;
}

function worker(body: string): URL {
  const source = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (task) => { ${body} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

it('replaces a worker that crashed and serves the next paper', async () => {
  const crashing = pool({
    worker: worker(`if (task.data.crash) process.exit(1); parentPort.postMessage({ id: task.id, pdf: Uint8Array.of(7) });`),
  });
  const lost = crashing.render('contract', { crash: true }, options);
  const next = crashing.render('contract', { crash: false }, options);
  await expect(lost).rejects.toThrow('ended');
  await expect(next).resolves.toEqual(Uint8Array.of(7));
});

it('gives up a paper that takes too long', async () => {
  const hanging = pool({ timeoutMs: 50, worker: worker('while (true);') });
  await expect(hanging.render('contract', {}, options)).rejects.toThrow('longer than 50 ms');
});

it('refuses at once when too many papers wait', async () => {
  const small = pool({ maxWaiting: 1, worker: worker('') });
  const held = [small.render('contract', {}, options), small.render('contract', {}, options)];
  const ended = Promise.allSettled(held);
  await expect(small.render('contract', {}, options)).rejects.toThrow('too many');
  await small.close();
  expect((await ended).map((one) => one.status)).toEqual(['rejected', 'rejected']);
});

it('does not hold up the thread that asks', async () => {
  const own = pool({ size: 2 });
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  const papers = await Promise.all(Array.from({ length: 12 }, () => own.render('application-form', sample, options)));
  clearInterval(timer);
  expect(papers.every((paper) => paper.length > 10_000)).toBe(true);
  expect(ticks).toBeGreaterThan(5);
});

it('names a fault of the data without quoting it', async () => {
  const own = pool();
  const failure = own.render('refusal', { demo: true, number: 'Құпия-900230' }, options);
  await expect(failure).rejects.toThrow(/^(?!.*900230).*template refusal/s);
});
