import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { WrongUsage } from './usage.ts';

/** Where to ask, and as whom. */
export type Profile = { readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string };
type Kept = { readonly current: string; readonly profiles: Readonly<Record<string, Profile>> };
type Env = Readonly<Record<string, string | undefined>>;

/** The platform of this machine, where whoever started it said `PORT` too. */
export const defaultUrl = ({ PORT = '8787' }: Env): string => `http://localhost:${PORT}`;

/** `BINDERY_CONFIG`, or where the system keeps what programs are told. */
export const profileFile = (env: Env): string =>
  env['BINDERY_CONFIG'] ?? join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'bindery', 'profiles.json');

const kept = (env: Env): Kept => {
  try {
    return JSON.parse(readFileSync(profileFile(env), 'utf8')) as Kept;
  } catch (cause) {
    if (Object(cause).code === 'ENOENT') return { current: 'default', profiles: {} };
    throw new WrongUsage(`${profileFile(env)} cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
};

/** Keeps a profile for its owner’s eyes alone. It is replaced as a whole, so that no half of it is ever there. */
export const keepProfile = (env: Env, name: string, profile: Profile, isCurrent: boolean): string => {
  const file = profileFile(env);
  const { current, profiles } = kept(env);
  const next: Kept = { current: isCurrent ? name : current, profiles: { ...profiles, [name]: profile } };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return file;
};

type Wish = { readonly profile?: string | undefined; readonly url?: string | undefined };

/** As whom to ask: the profile that was named, else the environment, else the profile of the last login. */
export const profileFor = (env: Env, { profile, url }: Wish): Partial<Profile> & Pick<Profile, 'baseUrl'> => {
  const { BINDERY_CLIENT_ID: clientId, BINDERY_CLIENT_SECRET: clientSecret, BINDERY_URL } = env;
  if (profile === undefined && clientId !== undefined && clientSecret !== undefined)
    return { baseUrl: url ?? BINDERY_URL ?? defaultUrl(env), clientId, clientSecret };
  const { current, profiles } = kept(env);
  const found = profiles[profile ?? current];
  if (found === undefined && profile !== undefined)
    throw new WrongUsage(`There is no profile ${profile}; there are: ${Object.keys(profiles).join(', ') || 'none'}.`);
  return { ...found, baseUrl: url ?? BINDERY_URL ?? found?.baseUrl ?? defaultUrl(env) };
};
