import { parentPort, workerData } from 'node:worker_threads';
import type { PaperKind, RenderOptions } from './papers.ts';
import { createTypstRenderer } from './typst.ts';

/** What the pool asks of a worker. */
export interface PdfTask {
  id: number;
  kind: PaperKind;
  data: unknown;
  options: RenderOptions;
}

/** What the worker answers. */
export type PdfReply = { id: number; pdf: Uint8Array } | { id: number; error: string };

const port = parentPort;
if (port === null) throw new Error('pdf-worker runs in a worker thread only');
const renderer = createTypstRenderer((workerData as { templates: string }).templates);

port.on('message', (task: PdfTask) => {
  let reply: PdfReply;
  try {
    reply = { id: task.id, pdf: new Uint8Array(renderer.render(task.kind, task.data, task.options)) };
  } catch (error) {
    reply = { id: task.id, error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(reply, 'pdf' in reply ? [reply.pdf.buffer as ArrayBuffer] : []);
});
