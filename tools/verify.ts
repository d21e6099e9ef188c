import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkKept } from './verify/check-kept.ts';
import { checkProof } from './verify/check-proof.ts';
import type { Result } from './verify/finding.ts';
import { namesInArchive, readArchive } from './verify/read-archive.ts';
import { exportedLines, readJson, readKeys, readLines } from './verify/read-inputs.ts';
import { reportOf } from './verify/report.ts';
import { opener } from './verify/statement.ts';
import { verifyBook } from './verify/verify-book.ts';

const help = `Verifies, offline, that the book is what it was when it was signed.

  npm run verify                              the data in .data: table, archive and checkpoints
  npm run verify -- --data <folder>           another data folder
  npm run verify -- --export <file.jsonl>     an export of the table instead of the table itself
  npm run verify -- --proof <file.json>       the answer of GET /v1/history/{objectId}/proof, by itself
  npm run verify -- --checkpoint <file.json>  the answer of GET /v1/checkpoints/{number}, by itself: its signature and,
                                              asked with ?since=, that the older history begins the newer one;
                                              or an event checkpoint.signed as you got it
  npm run verify -- --proof … --export …      both, and that the book still holds what was proved or signed

Several checkpoints may be given, each with its own --checkpoint: two of one number must say the same.

  --archive <folder>   the archive, or a copy of its bucket; <data>/archive unless said
  --jwks <file.json>   the published keys; <data>/keys/signing.json unless said
  --save <file.jsonl>  keeps the export
`;

const options = {
  data: { type: 'string', default: process.env['BINDERY_DATA'] || '.data' },
  export: { type: 'string' },
  proof: { type: 'string' },
  checkpoint: { type: 'string', multiple: true },
  archive: { type: 'string' },
  jwks: { type: 'string' },
  save: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** The whole repository is the place where `npm run` starts; a folder is named from there. */
const asked = () => parseArgs({ options }).values;
type Asked = ReturnType<typeof asked>;

type Held = { readonly proof: unknown; readonly kept: readonly unknown[] };

const checkBook = async (given: Asked, held: Held): Promise<readonly Result[]> => {
  const data = resolve(given.data);
  const open = opener(await keysFor(given));
  const folder = given.archive ?? join(data, 'archive');
  // Names before the export, texts after it: a platform that runs meanwhile only ever adds evidence.
  const before = new Set(await namesInArchive(folder));
  const lines = given.export === undefined ? await exportedLines(data, given.save) : await readLines(given.export);
  const files = await readArchive(folder);
  return verifyBook({ lines, archive: { files, before }, open, ...held });
};

const keysFor = (given: Asked) => readKeys(given.jwks ?? join(given.data, 'keys', 'signing.json'));

/** What somebody outside has kept, by itself: nothing of ours is needed for it but the published keys. */
const checkHeld = async (given: Asked, { proof, kept }: Held): Promise<readonly Result[]> => {
  const open = opener(await keysFor(given));
  return [
    ...(proof === undefined ? [] : [await checkProof(proof, open)]),
    ...(kept.length === 0 ? [] : [await checkKept(kept, open)]),
  ];
};

const results = async (given: Asked): Promise<readonly Result[]> => {
  const proof = given.proof === undefined ? undefined : await readJson(given.proof);
  const kept = await Promise.all((given.checkpoint ?? []).map(readJson));
  const held = { proof, kept };
  if (proof === undefined && kept.length === 0) return checkBook(given, held);
  const alone = await checkHeld(given, held);
  return given.export === undefined ? alone : [...alone, ...(await checkBook(given, held))];
};

const main = async (): Promise<void> => {
  const given = asked();
  if (given.help === true) return console.log(help);
  const { lines, holds } = reportOf(await results(given));
  console.log(lines.join('\n'));
  if (!holds) process.exitCode = 1;
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
