import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Asset = { readonly type: string; readonly body: Buffer };

const folder = fileURLToPath(new URL('assets', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The search's engine comes as a file of its package, under a name of ours. */
const engine = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '..', 'es', 'index.js');
const fileOf = (name: string): string => (name === 'minisearch.js' ? engine : join(folder, name));

export const assetNames = (): readonly string[] => [
  ...readdirSync(folder).filter((name) => types[extname(name)] !== undefined),
  'minisearch.js',
];

const kept = new Map<string, { readonly stamp: number; readonly hash: string }>();

/** A short hash of what an asset holds; it is in its address, so that the address of what it holds never changes. */
const hashOf = (name: string): string => {
  const file = fileOf(name);
  const stamp = statSync(file).mtimeMs;
  const known = kept.get(name);
  if (known?.stamp === stamp) return known.hash;
  const hash = createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 10);
  kept.set(name, { stamp, hash });
  return hash;
};

export const assetPath = (name: string): string => `/docs/assets/${name}?v=${hashOf(name)}`;

export const assetNamed = (name: string): Asset | undefined => {
  const type = types[extname(name)];
  if (type === undefined || !assetNames().includes(name)) return undefined;
  // Comments that point to the maps of a package's own build would only be looked for in vain.
  const body = readFileSync(fileOf(name));
  return { type, body: name === 'minisearch.js' ? Buffer.from(withoutMap(body.toString('utf8'))) : body };
};

const withoutMap = (text: string): string => text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
