import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { ClientId } from '../../domain/partners/schema.ts';
import { base32 } from '../../functions/_kit/crypto.ts';
import { readOrMake } from './private-file.ts';
import { sandboxTenant } from './sandbox.ts';

/** Who works with the sandbox: the shop itself, and the insurer's people with the roles that they hold. */
export const people = {
  partner: [],
  handler: ['claims_handler'],
  approver: ['claims_approver'],
  finance: ['finance'],
  operator: ['operator', 'compliance'],
} as const;
export type Person = keyof typeof people;
export const personNames = Object.keys(people) as readonly Person[];

export const Login = z.strictObject({ clientId: ClientId, secret: z.string().min(20) });
export const Credentials = z.strictObject({
  partner: Login,
  handler: Login,
  approver: Login,
  finance: Login,
  operator: Login,
});
export type Credentials = z.infer<typeof Credentials>;

export type Login = z.infer<typeof Login>;

const newLogin = (tenant = sandboxTenant) => ({
  clientId: `${tenant}.crd_${base32(randomBytes(16))}`,
  secret: `bds_${randomBytes(32).toString('base64url')}`,
});

const newCredentials = async (): Promise<Credentials> => ({
  partner: newLogin(),
  handler: newLogin(),
  approver: newLogin(),
  finance: newLogin(),
  operator: newLogin(),
});

/**
 * Reads the sandbox's credentials, or makes them on the first start. The platform is given hashes alone; this file is a
 * convenience of the sandbox, so that the terminal can show them again.
 */
export const sandboxCredentials = (dataFolder: string): Promise<Credentials> =>
  readOrMake(join(dataFolder, 'credentials.json'), Credentials, newCredentials);

/** Where the one credential of a further tenant lies. */
export const loginFile = (dataFolder: string, tenant: string): string => join(dataFolder, `credentials-${tenant}.json`);

/** A further tenant's credential, which may do what a partner may; the first start makes it. */
export const partnerLogin = (dataFolder: string, tenant: string): Promise<Login> =>
  readOrMake(loginFile(dataFolder, tenant), Login, async () => newLogin(tenant));
