import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { installed } from './debian.ts';

/** Debian's Chromium, driven; or why it is not there. */
export async function browserOrWhyNot(): Promise<Browser | string> {
  const missing = await installed('chromium', 'chromium');
  if (missing !== null) return missing;
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page of its own, and what went wrong in it: errors on its console, exceptions, requests to anywhere else than its origin. */
export type WatchedPage = { page: Page; wrong: string[] } & AsyncDisposable;

export async function watchedPage(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) wrong.push(`request: ${url}`);
  });
  return { page, wrong, [Symbol.asyncDispose]: () => context.close() };
}
