import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PATHS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Undefined where this machine has none. */
export const chromiumPath = PATHS.find((path) => path !== undefined && existsSync(path));

export interface OpenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A browser of nobody, that asks nothing of the network by itself. */
export async function openBrowser(executablePath: string): Promise<OpenBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
