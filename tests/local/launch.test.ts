import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compileCache, hashOf, installNeed, samePackages } from '../../local/install.mjs';

const root = new URL('../../', import.meta.url);
const scripts = Object.keys(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).scripts);

type Package = { version: string; integrity?: string; optional?: boolean };
const lockOf = (packages: Record<string, Package>) =>
  JSON.stringify({ packages: { '': { name: 'bindery' }, ...packages } });
const installedOf = (packages: Record<string, Package>) => JSON.stringify({ packages });

const zod = { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' } };
const foreign = { 'node_modules/@esbuild/darwin': { version: '1.0.0', optional: true } };

describe('samePackages', () => {
  it('accepts what npm installed here, without the packages for other platforms', () => {
    const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
    expect(samePackages(read('package-lock.json'), read('node_modules/.package-lock.json'))).toBe(true);
    expect(samePackages(lockOf({ ...zod, ...foreign }), installedOf(zod))).toBe(true);
  });
  it.each<[string, Record<string, Package>]>([
    ['another version', { 'node_modules/zod': { version: '4.0.1', integrity: 'sha512-a' } }],
    ['other contents under the same version', { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-b' } }],
    ['a package that the lock does not know', { ...zod, 'node_modules/extra': { version: '1.0.0' } }],
    ['a package missing that is not optional', {}],
  ])('notices %s', (_what, installed) => {
    expect(samePackages(lockOf(zod), installedOf(installed))).toBe(false);
  });
});

describe('installNeed', () => {
  const lock = lockOf(zod);
  const fresh = { lock, installedLock: installedOf(zod), stamp: hashOf(lock), hasNode: true };
  it('does nothing when the stamp is that of the lock', () => {
    expect(installNeed(fresh)).toBe('nothing');
  });
  it('only stamps what somebody installed by themselves from this lock', () => {
    expect(installNeed({ ...fresh, stamp: undefined })).toBe('stamp');
    expect(installNeed({ ...fresh, stamp: hashOf('an older lock') })).toBe('stamp');
  });
  it.each([
    ['nothing is installed', { installedLock: undefined, stamp: undefined }],
    ['Node itself is missing', { hasNode: false }],
    ['the lock has changed since', { lock: lockOf({ 'node_modules/zod': { version: '5.0.0' } }) }],
  ])('installs when %s', (_when, found) => {
    expect(installNeed({ ...fresh, ...found })).toBe('install');
  });
});

describe('compileCache', () => {
  it('lies in the repository, unless there is one already', () => {
    expect(compileCache('/here', 'start', undefined)).toEqual({ NODE_COMPILE_CACHE: '/here/.build/compile-cache' });
    expect(compileCache('/here', 'start', '/tmp/other')).toEqual({});
  });
  it('is kept from benchmarks, which would measure what an earlier run left', () => {
    expect(compileCache('/here', 'bench', undefined)).toEqual({});
  });
});

describe('the launcher', () => {
  const launch = async (...args: string[]) => {
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, args, { cwd: root })) };
    } catch (error) {
      const { code, stdout, stderr } = Object(error);
      return { code, stdout, stderr };
    }
  };
  it('tells an old Node in one sentence what to do', async () => {
    const pretend =
      "Object.defineProperty(process.versions, 'node', { value: '18.19.0' }); import('./local/launch.mjs')";
    expect(await launch('-e', pretend)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Bindery needs Node 20 or newer; this is 18.19.0. ' +
        'Install it from https://nodejs.org and run the command again.\n',
    });
  });
  it('knows every script of package.json, and says so to a verb it does not know', async () => {
    const { code, stderr } = await launch('local/launch.mjs', 'unknown');
    expect(code).toBe(1);
    for (const script of scripts) expect(stderr).toMatch(new RegExp(`\\b${script}\\b`));
  });
  it.each([
    [['local/smoke.ts', '--ulr', 'http://localhost:8787'], "Unknown option '--ulr'"],
    [['local/smoke.ts', '--url', 'localhost:8787'], '--url is "localhost:8787": say an address'],
    [['local/ops.ts', '--stag', 'prod'], "Unknown option '--stag'"],
    [['local/dead-letters.ts', 'list', '--stag', 'prod'], "Unknown option '--stag'"],
  ])('starts programs that say in a sentence what was mistyped: %s', async (args, sentence) => {
    const { code, stdout, stderr } = await launch(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
  it('passes arguments on and gives back the exit code', async () => {
    const { code, stdout, stderr } = await launch('local/launch.mjs', 'test', 'no-such-test');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('no-such-test');
  });
});
