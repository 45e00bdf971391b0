import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser for the tests: `CHROME_PATH`, or a Chromium in its usual places; undefined where there is none. */
export function findChromium(): string | undefined {
  const given = process.env['CHROME_PATH'];
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(given === undefined ? [] : [given]), ...places].find(isExecutable);
}

/** For a browser as root and without a network; what it would load on its own is switched off. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
