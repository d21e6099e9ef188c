import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Example } from './recording.ts';

export const folder = fileURLToPath(new URL('../../../docs/reference/examples/', import.meta.url));

/** Signatures, sealed texts and hashes under keys of one run: long texts that no reader compares. */
const unreadable = /eyJ[\w.-]+|[\w-]{36,}/g;

/** An example without what differs from run to run. */
const lasting = (text: string): string => text.replace(unreadable, '…');

const textOf = (example: Example): string => `${JSON.stringify(example, null, 2)}\n`;

export const fileOf = ({ operation }: Example): string => `${folder}${operation}.json`;

/** What is to be written anew: examples that say something else than their file. */
export const changedIn = (examples: readonly Example[]): readonly { readonly path: string; readonly text: string }[] =>
  examples
    .map((example) => ({ path: fileOf(example), text: textOf(example) }))
    .filter(({ path, text }) => !existsSync(path) || lasting(readFileSync(path, 'utf8')) !== lasting(text));
