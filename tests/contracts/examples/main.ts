import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { changedIn, fileOf, folder } from './kept.ts';
import { record } from './recording.ts';

/** Asks every operation once and keeps what it answered: `npm run examples`. */
const examples = await record();
mkdirSync(folder, { recursive: true });
const changed = changedIn(examples);
for (const { path, text } of changed) writeFileSync(path, text);
const known = new Set(examples.map(fileOf));
for (const name of readdirSync(folder)) if (!known.has(`${folder}${name}`)) rmSync(`${folder}${name}`);
console.log(`${examples.length} examples, ${changed.length} of them new.`);
