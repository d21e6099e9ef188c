import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
};

export type FileResponse = Omit<HttpResponse, 'body'> & { readonly body: Buffer };

/** A file of a folder; undefined for one that is not there, lies outside or has a type that is not served. */
export const fileIn = async (folder: string, name: string): Promise<FileResponse | undefined> => {
  const path = normalize(join(folder, name));
  const type = types[extname(path)];
  if (type === undefined || !path.startsWith(`${normalize(folder)}${sep}`)) return undefined;
  try {
    const body = await readFile(path);
    return { statusCode: 200, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' }, body };
  } catch {
    return undefined;
  }
};
