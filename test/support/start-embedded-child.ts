import { startEmbedded } from '#platform/db/embedded/embedded.ts';

const [dataDir, address] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('start-embedded-child <data folder> [address]');
const embedded = await startEmbedded({ dataDir, log: () => undefined, ...(address === undefined ? {} : { address }) });
process.stdout.write(`${embedded.appUrl}\n`);
setInterval(() => undefined, 1_000);
