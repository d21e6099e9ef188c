/**
 * The blocks of a `.bru` file by their names. A block opens with `name {` at the margin and closes with `}` at the
 * margin; everything in it is indented. Whatever stands outside a block is no such file.
 */
export const readBru = (text: string): Readonly<Record<string, string>> => {
  const blocks: Record<string, string> = {};
  const rest = text.replace(/^([a-z:-]+\d?) \{\n((?: {2}.*\n|\n)*)\}\n/gm, (_, name: string, inner: string) => {
    if (name in blocks) throw new Error(`There are two blocks ${name}.`);
    blocks[name] = inner.replace(/^ {2}/gm, '');
    return '';
  });
  if (rest.trim() !== '') throw new Error(`This stands outside every block: ${rest.trim().slice(0, 80)}`);
  return blocks;
};
