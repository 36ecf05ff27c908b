import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PaperKind, RenderOptions } from './papers.ts';
import type { PdfReply, PdfTask } from './pdf-worker.ts';
import { repositoryRoot } from './repository-root.ts';

export interface PdfPoolSettings {
  /** Worker threads, each with its own compiler. */
  size: number;
  /** A paper that takes longer is given up and its worker replaced. */
  timeoutMs: number;
  /** Papers that may wait; more are refused at once instead of filling the memory. */
  maxWaiting: number;
  /** Address of the worker's source; for tests. */
  worker?: string | URL;
}

export interface PdfPool {
  render(kind: PaperKind, data: unknown, options: RenderOptions): Promise<Uint8Array>;
  /** Ends the workers; papers that still wait are rejected. */
  close(): Promise<void>;
}

interface Job {
  task: PdfTask;
  resolve(pdf: Uint8Array): void;
  reject(error: Error): void;
}

interface Seat {
  worker: Worker;
  job: Job | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const DEFAULTS: PdfPoolSettings = { size: 1, timeoutMs: 30_000, maxWaiting: 1_000 };

/** A pool of worker threads that render papers, so that the web process never waits for one. */
export function createPdfPool(given: Partial<PdfPoolSettings> = {}): PdfPool {
  const settings = { ...DEFAULTS, ...given };
  const folder = join(repositoryRoot(), 'src', 'platform', 'pdf');
  // Native source in every case: Node strips the types, a bundled server starts the same file.
  const source = settings.worker ?? join(folder, 'pdf-worker.ts');
  const seats: Seat[] = [];
  const waiting: Job[] = [];
  let lastId = 0;
  let closed = false;

  function openSeat(): Seat {
    const worker = new Worker(source, { workerData: { templates: join(folder, 'templates') } });
    const seat: Seat = { worker, job: undefined, timer: undefined };
    // An idle worker must not keep a finished command alive.
    worker.unref();
    worker.on('message', (reply: PdfReply) => {
      const job = release(seat);
      if (job === undefined || job.task.id !== reply.id) return;
      if ('pdf' in reply) job.resolve(reply.pdf);
      else job.reject(new Error(reply.error));
      serve();
    });
    worker.on('error', (error: unknown) => lose(seat, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => lose(seat, new Error('the pdf worker ended')));
    seats.push(seat);
    return seat;
  }

  function release(seat: Seat): Job | undefined {
    const job = seat.job;
    clearTimeout(seat.timer);
    seat.job = undefined;
    seat.worker.unref();
    return job;
  }

  // The paper in hand is lost with its worker and not tried again: it may be what broke it.
  function lose(seat: Seat, error: Error): void {
    const index = seats.indexOf(seat);
    if (index === -1) return;
    seats.splice(index, 1);
    release(seat)?.reject(error);
    serve();
  }

  function serve(): void {
    while (waiting.length > 0) {
      const seat = seats.find((one) => one.job === undefined) ?? (seats.length < settings.size ? openSeat() : undefined);
      if (seat === undefined) return;
      const job = waiting.shift();
      if (job === undefined) return;
      seat.job = job;
      seat.worker.ref();
      seat.timer = setTimeout(() => {
        lose(seat, new Error(`rendering ${job.task.kind} took longer than ${settings.timeoutMs} ms`));
        void seat.worker.terminate();
      }, settings.timeoutMs);
      seat.worker.postMessage(job.task);
    }
  }

  function render(kind: PaperKind, data: unknown, options: RenderOptions): Promise<Uint8Array> {
    if (closed) return Promise.reject(new Error('the pdf pool is closed'));
    if (waiting.length >= settings.maxWaiting) return Promise.reject(new Error('too many papers wait for rendering'));
    return new Promise((resolve, reject) => {
      waiting.push({ task: { id: ++lastId, kind, data, options }, resolve, reject });
      serve();
    });
  }

  async function close(): Promise<void> {
    closed = true;
    const ended = new Error('the pdf pool is closed');
    for (const job of waiting.splice(0)) job.reject(ended);
    const open = seats.splice(0);
    for (const seat of open) release(seat)?.reject(ended);
    await Promise.all(open.map((seat) => seat.worker.terminate()));
  }

  return { render, close };
}
