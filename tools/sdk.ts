import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const help = `Builds the SDK into sdk/dist, as it is published: JavaScript, its types, the command \`bindery\`.

  npm run sdk -- build
  npm publish sdk/dist     once you have built it
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const sdk = join(root, 'sdk');
const dist = join(sdk, 'dist');

const compile = (): void => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', sdk], { stdio: 'inherit' });
  if (status !== 0) throw new Error('It does not compile.');
};

/** The compiler rewrites the endings of imports in JavaScript alone; types name what is published too. */
const nameWhatIsPublished = (): void => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'));
  for (const path of files.map((one) => join(dist, one)))
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
};

const writePackage = (): void => {
  const { private: _private, exports, ...own } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'));
  const published = (source: string) => {
    const name = source.replace(/\.ts$/, '');
    return { types: `${name}.d.ts`, default: `${name}.js` };
  };
  const built = {
    ...own,
    bin: { bindery: './cli/main.js' },
    exports: Object.fromEntries(Object.entries<string>(exports).map(([path, source]) => [path, published(source)])),
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(built, null, 2)}\n`);
  for (const name of ['README.md', 'LICENSE'])
    copyFileSync([join(sdk, name), join(root, name)].find(existsSync) ?? name, join(dist, name));
  chmodSync(join(dist, 'cli', 'main.js'), 0o755);
};

if (process.argv[2] === 'build') {
  rmSync(dist, { recursive: true, force: true });
  compile();
  nameWhatIsPublished();
  writePackage();
  console.log('sdk/dist is what is published.');
} else {
  console.log(help);
  process.exitCode = process.argv[2] === undefined ? 0 : 1;
}
