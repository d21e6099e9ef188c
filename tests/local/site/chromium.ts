import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium and its kin are installed, on the systems on which people work. */
const places = [
  process.env['BINDERY_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const chromiumHere = places.find((path) => path !== undefined && path !== '' && existsSync(path));

/** Whoever checks a change for everybody has a browser; on a laptop without one the pages go untried. */
export const hasChromium = chromiumHere !== undefined || process.env['CI'] === 'true';
if (!hasChromium)
  console.warn('NO BROWSER: no Chromium was found, so no page is tried in one. Name yours in BINDERY_CHROMIUM.');

/** It runs as root in a container too, and asks nobody anything by itself. */
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const openChromium = (): Promise<Browser> => {
  if (chromiumHere === undefined) throw new Error('No Chromium was found: install it, or name it in BINDERY_CHROMIUM.');
  return chromium.launch({ executablePath: chromiumHere, args });
};
