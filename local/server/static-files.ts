import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export type FileResponse = Omit<HttpResponse, 'body'> & { readonly body: Buffer };

/** A file of a folder; undefined for one that is not there, lies outside or has a type that is not served. */
export const fileIn = async (folder: string, name: string): Promise<FileResponse | undefined> => {
  const inside = `${resolve(folder)}${sep}`;
  const path = resolve(`${inside}${name}`);
  const type = types[extname(path)];
  if (type === undefined || !path.startsWith(inside)) return undefined;
  try {
    const body = await readFile(path);
    return { statusCode: 200, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' }, body };
  } catch {
    return undefined;
  }
};
