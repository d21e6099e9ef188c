import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines by which pages find a part of an example; who reads the example has no use for them. */
const marker = /^[ \t]*(?:\/\/|#)[ \t]*(?:end)?region\b.*(?:\n|$)/gm;

/** A file as it is served to be read. */
export const fileBody = (root: string, file: string): Buffer => {
  const body = readFileSync(join(root, file));
  if (!/^(examples|sdk)\/.*\.(m?[tj]s|sh)$/.test(file)) return body;
  return Buffer.from(body.toString('utf8').replace(marker, ''));
};
