import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Capability } from '../../functions/_kit/contract.ts';
import { sha256Hex } from '../../functions/_kit/crypto.ts';
import type { Client } from '../issuer/issuer.ts';
import { readOrMake } from './private-file.ts';

/** Who works with the sandbox: the shop itself, and the insurer's people with the roles that they hold. */
const people = {
  partner: [],
  handler: ['claims_handler'],
  approver: ['claims_approver'],
  finance: ['finance'],
  operator: ['operator', 'compliance'],
} as const;
export type Person = keyof typeof people;
export const personNames = Object.keys(people) as readonly Person[];

export const Login = z.strictObject({ clientId: z.string().min(1), secret: z.string().min(20) });
export const Credentials = z.strictObject({
  partner: Login,
  handler: Login,
  approver: Login,
  finance: Login,
  operator: Login,
});
export type Credentials = z.infer<typeof Credentials>;

export type Login = z.infer<typeof Login>;

const newLogin = (name: Person) => ({
  clientId: `sandbox-${name}`,
  secret: `bds_${randomBytes(32).toString('base64url')}`,
});

const newCredentials = async (): Promise<Credentials> => ({
  partner: newLogin('partner'),
  handler: newLogin('handler'),
  approver: newLogin('approver'),
  finance: newLogin('finance'),
  operator: newLogin('operator'),
});

const scopesOf = (capabilities: readonly Capability[], callers: readonly string[]): readonly string[] => [
  ...new Set(
    capabilities.flatMap(({ endpoints }) =>
      Object.values(endpoints).flatMap(({ caller, scope }) =>
        scope !== undefined && callers.includes(caller) ? [scope] : [],
      ),
    ),
  ),
];

/** The insurer's people read what partners read, and do what only they may do. */
const scopesFor = (person: Person, capabilities: readonly Capability[]): readonly string[] =>
  person === 'partner'
    ? scopesOf(capabilities, ['partner'])
    : [
        ...scopesOf(capabilities, ['staff']),
        ...scopesOf(capabilities, ['partner']).filter((scope) => scope.endsWith(':read')),
      ].filter((scope, at, all) => all.indexOf(scope) === at);

/** What the issuer knows of them: hashes of secrets of 256 bits, and rights that follow from the contracts. */
export const clientsOf = (
  credentials: Credentials,
  tenant: string,
  capabilities: readonly Capability[],
): readonly Client[] =>
  personNames.map((name) => ({
    clientId: credentials[name].clientId,
    secretHash: sha256Hex(credentials[name].secret),
    tenant,
    person: name !== 'partner',
    roles: people[name],
    scopes: scopesFor(name, capabilities),
  }));

/**
 * Reads the sandbox's credentials, or makes them on the first start. The issuer is given hashes alone; this file is a
 * convenience of the sandbox, so that the terminal can show them again.
 */
export const sandboxCredentials = (dataFolder: string): Promise<Credentials> =>
  readOrMake(join(dataFolder, 'credentials.json'), Credentials, newCredentials);

/** Where the one credential of a further tenant lies. */
export const loginFile = (dataFolder: string, tenant: string): string => join(dataFolder, `credentials-${tenant}.json`);

/** A further tenant's credential, which may do what a partner may; the first start makes it. */
export const partnerClient = async (
  dataFolder: string,
  tenant: string,
  capabilities: readonly Capability[],
): Promise<Client> => {
  const make = async () => ({ ...newLogin('partner'), clientId: `${tenant}-partner` });
  const { clientId, secret } = await readOrMake(loginFile(dataFolder, tenant), Login, make);
  const scopes = scopesFor('partner', capabilities);
  return { clientId, secretHash: sha256Hex(secret), tenant, person: false, roles: [], scopes };
};
