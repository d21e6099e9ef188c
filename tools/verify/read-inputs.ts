import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { JSONWebKeySet, JWK } from 'jose';

/** A JSON file, or one sentence on why it cannot be used. */
export const readJson = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new Error(`${path} cannot be read.`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON.`, { cause });
  }
};

const isKeySet = (value: unknown): value is JSONWebKeySet =>
  typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
const isKey = (value: unknown): value is JWK => typeof value === 'object' && value !== null && 'kty' in value;

/** The published keys: a set, or a single key, of which only the public half is used. */
export const readKeys = async (path: string): Promise<JSONWebKeySet> => {
  const value = await readJson(path);
  if (isKeySet(value)) return value;
  if (!isKey(value)) throw new Error(`${path} holds no keys.`);
  const { d: _private, ...shared } = value;
  return { keys: [shared] };
};

/** The lines of an export. */
export const readLines = async (path: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') lines.push(line);
  return lines;
};

/**
 * The verifier stays apart from the programs that it checks: another process opens the data and writes the export.
 */
const runExporter = (dataFolder: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('../../local/export-book.ts', import.meta.url));
    const env = { ...process.env, BINDERY_DATA: dataFolder };
    const child = spawn(process.execPath, [program, file], { env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The data in ${dataFolder} could not be exported.`)),
    );
  });

/** Exports the table of a data folder, or of the engine that BINDERY_DYNAMODB_ENDPOINT names, and reads the lines. */
export const exportedLines = async (dataFolder: string, save: string | undefined): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-verify-'));
  try {
    const file = save ?? join(folder, 'export.jsonl');
    await runExporter(dataFolder, file);
    return await readLines(file);
  } finally {
    await rm(folder, { recursive: true });
  }
};
