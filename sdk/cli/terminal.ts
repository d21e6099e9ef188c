import { type Bindery, createBindery } from '../bindery.ts';
import { type Sandbox, sandboxOf } from '../sandbox.ts';
import { type Profile, profileFor } from './profiles.ts';
import { WrongUsage } from './usage.ts';

/** What a command has around it. */
export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For results. */
  readonly out: (line: string) => void;
  /** For what is said beside them. */
  readonly say: (line: string) => void;
};

export type Values = {
  readonly profile?: string | undefined;
  readonly url?: string | undefined;
  readonly json?: boolean | undefined;
  readonly pick?: string | undefined;
};

export type Command = {
  readonly help: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<void>;
};

export const clientFor = ({ env }: Terminal, values: Values): Bindery => {
  const { baseUrl, clientId, clientSecret } = profileFor(env, values);
  return clientId === undefined || clientSecret === undefined
    ? createBindery({ baseUrl })
    : createBindery({ baseUrl, clientId, clientSecret });
};

const whole = (profile: Partial<Profile>): profile is Profile =>
  profile.baseUrl !== undefined && profile.clientId !== undefined && profile.clientSecret !== undefined;

export const sandboxFor = ({ env }: Terminal, values: Values): Sandbox => {
  const profile = profileFor(env, values);
  if (!whole(profile))
    throw new WrongUsage('Nobody is logged in: bindery login, or bindery sandbox for one of your own.');
  return sandboxOf(profile);
};
