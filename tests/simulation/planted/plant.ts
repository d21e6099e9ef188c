import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { type Mutant, plantedIn } from './mutant.ts';

const root = new URL('../../../', import.meta.url).href;
/** Compiled once for all hunts: no more than the OpenAPI document has a part in it. */
const shared = ['validators', 'document'].map((name) => `${root}tests/support/held/${name}.ts`);

const isOurs = (url: string): boolean =>
  url.startsWith(root) && url.endsWith('.ts') && !url.includes('/node_modules/') && !shared.includes(url);

const texts = new Map<string, string>();
/** The text of a file without its types; it is the same for every hunt. */
const textOf = (url: string): string => {
  const text = texts.get(url) ?? stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'));
  texts.set(url, text);
  return text;
};

let count = 0;
let planted: { readonly url: string; readonly text: string } | undefined;

/**
 * From now on every file of ours is loaded anew, the one of the mutant with its bug and every other as it is. The text
 * is read and changed at once, so that a mutant which no longer fits fails here and not as one that nobody caught.
 */
export const plant = (mutant: Mutant | undefined): void => {
  planted = undefined;
  count += 1;
  if (mutant === undefined) return;
  const { href: url } = new URL(mutant.file, root);
  planted = { url, text: stripTypeScriptTypes(plantedIn(readFileSync(new URL(url), 'utf8'), mutant)) };
};

const resolved = new Map<string, string>();

registerHooks({
  resolve: (name, context, next) => {
    const [from = ''] = (context.parentURL ?? '').split('?');
    const known = resolved.get(`${name} ${from}`);
    const found = known === undefined ? next(name, { ...context, parentURL: from }) : { url: known };
    if (!isOurs(found.url)) return found;
    resolved.set(`${name} ${from}`, found.url);
    return { url: `${found.url}?hunt=${count}`, format: 'module', shortCircuit: true };
  },
  load: (url, context, next) => {
    const [file = '', hunt] = url.split('?');
    if (hunt === undefined || !isOurs(file)) return next(url, context);
    return { format: 'module', source: planted?.url === file ? planted.text : textOf(file), shortCircuit: true };
  },
});
