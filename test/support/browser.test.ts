import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { findBrowser, launchBrowser } from './browser.ts';

const PAGE = `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="kk"><head><title>Тану</title></head>
<body><main><h1>Біліктілікті тану</h1><p id="sum" style="font:16px sans-serif">5 000 ₸</p></main></body></html>`)}`;

describe('the browser of the journeys', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());

  it('opens a page that axe finds nothing wrong with, and sees what is wrong', async () => {
    const context = await browser.newContext({ locale: 'kk-KZ' });
    const page = await context.newPage();
    await page.goto(PAGE);
    expect(await page.textContent('h1')).toBe('Біліктілікті тану');
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate('document.documentElement.removeAttribute("lang")');
    expect(await axeFindings(page)).toEqual(['html-has-lang: html']);
    await context.close();
  });

  it('draws the tenge sign and Kazakh letters, not boxes', async () => {
    const page = await browser.newPage();
    await page.goto(PAGE);
    const boxes = await page.evaluate(`(() => {
      const draw = (text) => {
        const canvas = document.createElement('canvas');
        const ink = canvas.getContext('2d');
        ink.font = '64px sans-serif';
        ink.fillText(text, 10, 80);
        return canvas.toDataURL();
      };
      const box = draw('\\u{10ffff}');
      return [...'₸ҚқҒғҢңӘәӨөҰұҮүҺһІі'].filter((letter) => draw(letter) === box);
    })()`);
    expect(boxes).toEqual([]);
    await page.close();
  });
});

describe('finding a browser', () => {
  const before = process.env['CHROME_PATH'];
  afterEach(() => {
    if (before === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = before;
  });

  it('takes the one that is named before any other', async () => {
    process.env['CHROME_PATH'] = process.execPath;
    expect((await findBrowser()).executablePath).toBe(process.execPath);
  });

  it('says in one sentence that the named one is not there', async () => {
    process.env['CHROME_PATH'] = '/nowhere/chromium';
    await expect(findBrowser()).rejects.toThrow('CHROME_PATH names no file: /nowhere/chromium.');
  });
});
