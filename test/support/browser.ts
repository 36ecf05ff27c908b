import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium to drive, and what it needs around it. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'var', 'cache');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const HOW = 'There is no browser for the journeys: set CHROME_PATH to a Chromium or Chrome, or install the packages on Linux x64.';

/** Finds a Chromium: the one named by CHROME_PATH, one installed here, else the one that came with the packages. */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}.`);
    return { executablePath: named, env: environment(), args: ARGS };
  }
  const installed = findOnPath();
  if (installed !== undefined) return { executablePath: installed, env: environment(), args: ARGS };
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(HOW);
  const folder = await unpack();
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...environment(), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: writeFontsConf(folder) },
    args: ARGS,
  };
}

/** Launches the browser that was found, without a window. */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const { executablePath, env, args } = await findBrowser();
  return chromium.launch({ executablePath, env: { ...env }, args: [...args, ...extra], headless: true });
}

function environment(): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(defined);
}

function findOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  for (const name of NAMES) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Unpacks the packaged Chromium once; its folder is renamed into place whole, so two runs at once are safe. */
async function unpack(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  // The size of the packed file tells one version of the package from the next.
  const place = join(CACHE, `chromium-${statSync(join(packageFolder, 'bin', 'chromium.br')).size}`);
  if (existsSync(place)) return place;
  mkdirSync(CACHE, { recursive: true });
  sweepHalfUnpacked();
  const half = mkdtempSync(join(CACHE, 'chromium-half-'));
  const before = process.env['TMPDIR'];
  // The package unpacks into the folder for temporary files and takes whatever lies there already for its own.
  process.env['TMPDIR'] = half;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    // The libraries bare machines lack; the package itself unpacks them only on its home cloud.
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
    renameSync(half, place);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  return place;
}

/** The packaged font lacks the tenge sign; Noto Sans has it. */
function writeFontsConf(folder: string): string {
  const path = join(folder, 'tanu-fonts.conf');
  const fonts = join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans');
  const folders = [fonts, join(folder, 'fonts')].map((font) => `  <dir>${font}</dir>`);
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.join('\n')}
  <cachedir>${join(folder, 'fontconfig')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Noto Sans</family></prefer></alias>
</fontconfig>
`;
  const own = `${path}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, path);
  return path;
}

/** Removes what killed runs left half unpacked. */
function sweepHalfUnpacked(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    const isOld = name.startsWith('chromium-half-') && Date.now() - statSync(path).mtimeMs > 600_000;
    if (isOld) rmSync(path, { recursive: true, force: true });
  }
}
