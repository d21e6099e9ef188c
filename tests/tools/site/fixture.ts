import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Site, siteOf } from '../../../tools/site/site.ts';

/** This repository. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

export type Docs = {
  readonly root: string;
  readonly site: Site;
  /** Writes a file as if it were changed some seconds after all before. */
  readonly write: (path: string, text: string) => void;
  readonly textAt: (path: string) => string;
  readonly remove: () => void;
};

/** A repository of a few pages, on the disk. */
export const someDocs = (files: Readonly<Record<string, string>>): Docs => {
  const root = mkdtempSync(join(tmpdir(), 'bindery-site-'));
  let seconds = 1_700_000_000;
  const write = (path: string, text: string): void => {
    seconds += 10;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    for (const touched of [path, dirname(path)]) utimesSync(join(root, touched), seconds, seconds);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const site = siteOf(root);
  const textAt = (path: string): string => String(site.at(path)?.body ?? '');
  return { root, site, write, textAt, remove: () => rmSync(root, { recursive: true }) };
};
