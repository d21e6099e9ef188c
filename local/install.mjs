import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Node that the sources are written for; it runs TypeScript directly. */
const nodeMajor = 24;

export const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Whether what is installed is what the lock asks for: the same versions and contents, and nothing missing but
 * packages that are optional, of which npm leaves out those for other platforms.
 */
export const samePackages = (lockText, installedText) => {
  const { '': _root, ...wanted } = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  const same = (path) =>
    wanted[path]?.version === installed[path].version && wanted[path]?.integrity === installed[path].integrity;
  const mayLack = ({ optional, devOptional }) => optional === true || devOptional === true;
  return (
    Object.keys(installed).every(same) &&
    Object.keys(wanted).every((path) => path in installed || mayLack(wanted[path]))
  );
};

/**
 * What is to be done before a verb can run: `install`, only `stamp` (somebody else installed just this), or `nothing`.
 * `lock` and `installedLock` are the texts of the two lock files, `stamp` the hash of the lock last installed.
 */
export const installNeed = ({ lock, installedLock, stamp, hasNode }) => {
  if (!hasNode || installedLock === undefined) return 'install';
  if (stamp === hashOf(lock)) return 'nothing';
  return samePackages(lock, installedLock) ? 'stamp' : 'install';
};

const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** The Node to run with: the one npm installed, or the one running now when it is new enough. */
export const nodeFor = (root) => {
  const installed = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  return Number(process.versions.node.split('.')[0]) >= nodeMajor ? process.execPath : undefined;
};

/**
 * Node keeps what it made of each file, types taken out and compiled: a start takes half the processor time from the
 * second one on, and so does every program that the tests start. What is measured must not depend on earlier runs.
 */
export const compileCache = (root, verb, given) =>
  given === undefined && verb !== 'bench' ? { NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache') } : {};

/** Through the very npm that started us where there is one, for Windows does not run `npm` without a shell. */
const npmCi = (folder) => {
  const npm = process.env.npm_execpath;
  return npm === undefined
    ? spawnSync('npm ci', { cwd: folder, stdio: 'inherit', shell: true })
    : spawnSync(process.execPath, [npm, 'ci'], { cwd: folder, stdio: 'inherit' });
};

/** Installs what is missing or stale in a folder with a lock; true when everything is there afterwards. */
export const install = (folder, hasNode = true) => {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stampFile = join(folder, 'node_modules', '.bindery-lock');
  const need = installNeed({
    lock,
    installedLock: readIfThere(join(folder, 'node_modules', '.package-lock.json')),
    stamp: readIfThere(stampFile),
    hasNode,
  });
  if (need === 'nothing') return true;
  if (need === 'install') {
    console.log('Installing (about half a minute) …');
    if (npmCi(folder).status !== 0) {
      console.error('The installation failed, as npm says above: check the network and run the command again.');
      return false;
    }
  }
  writeFileSync(stampFile, hashOf(lock));
  return true;
};
