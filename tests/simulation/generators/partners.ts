import { partnerScopes } from '../../../domain/partners/scopes.ts';
import type { partners } from '../../../functions/partners/contract.ts';
import { type Known, type KnownCredential, learnt } from '../known.ts';
import { type Ask, type Drawing, type Generator, type Json, lists, paramsOf, reads } from './generator.ts';

const ids = ({ credentials }: Known): readonly string[] => credentials.map(({ credentialId }) => credentialId);

/** Who may give everything, as the first credential of a tenant may. */
const everything = partnerScopes.filter((scope) => scope !== 'credentials:write');

const learnCredential = (answer: Json, known: Known): void => {
  const before = known.credentials.find(({ credentialId }) => credentialId === answer['credentialId']);
  const shown = (answer['secrets'] as readonly Json[]).map(({ secretId }) => String(secretId));
  const newest = shown.at(-1);
  const secrets = shown.map((secretId) => ({
    secretId,
    secret:
      secretId === newest && typeof answer['secret'] === 'string'
        ? answer['secret']
        : before?.secrets.find((one) => one.secretId === secretId)?.secret,
  }));
  const { credentialId, clientId } = answer;
  const credential = { credentialId: String(credentialId), clientId: String(clientId), secrets };
  learnt(known.credentials, credential, (one) => one.credentialId);
};

/** Managers with all rights as a rule, and now and then one who lacks most of them. */
const manages = ({ chance }: Drawing): Pick<Ask, 'scopes'> => ({ scopes: chance.happens(0.9) ? everything : [] });

const onCredential = (weight: number): Generator => ({
  weight,
  draw: (drawing) => {
    const named = paramsOf(drawing, 'credentialId', ids);
    return named === undefined ? undefined : { ...named, ...manages(drawing) };
  },
  learn: learnCredential,
});

const form = 'application/x-www-form-urlencoded';

/** A client as it proves itself: rightly as a rule, with a secret that is gone or wrong now and then. */
const tokenAsk = ({ chance, known }: Drawing): Ask | undefined => {
  const withSecret = known.credentials.filter(({ secrets }) => secrets.some(({ secret }) => secret !== undefined));
  if (withSecret.length === 0) return undefined;
  const { clientId, secrets }: KnownCredential = chance.pick(withSecret);
  const secret = chance.happens(0.9) ? chance.pick(secrets).secret : `bds_${'0'.repeat(43)}`;
  const basic = Buffer.from(`${clientId}:${secret ?? 'forgotten'}`).toString('base64');
  return { body: 'grant_type=client_credentials', headers: { authorization: `Basic ${basic}`, 'content-type': form } };
};

const published: Generator = { weight: 0.05, draw: () => ({}) };

export const partnersGenerators: Readonly<Record<keyof typeof partners.endpoints, Generator>> = {
  createSandbox: { weight: 0.3, draw: ({ serial }) => ({ body: { name: `Shop ${serial()}` } }) },
  resetSandbox: { weight: 0.3, draw: manages },
  createCredential: {
    weight: 0.8,
    draw: (drawing) => {
      const { chance, serial } = drawing;
      const scopes = chance.happens(0.5) ? ['credentials:write'] : ['quotes:write', 'policies:read'];
      const rights = chance.happens(0.9) ? { scopes } : { roles: ['claims_handler'] };
      return { body: { name: `Till ${serial()}`, ...rights }, ...manages(drawing) };
    },
    learn: learnCredential,
  },
  listCredentials: lists('listCredentials'),
  getCredential: { ...reads('credentialId', ids), learn: learnCredential },
  addCredentialSecret: onCredential(0.6),
  revokeCredentialSecret: {
    ...onCredential(0.5),
    draw: (drawing) => {
      const named = paramsOf(drawing, 'credentialId', ids);
      const own = drawing.known.credentials.find(
        ({ credentialId }) => credentialId === named?.params?.['credentialId'],
      );
      const secretId = own?.secrets[0]?.secretId ?? `sec_${'0'.repeat(26)}`;
      return named === undefined ? undefined : { ...named, params: { ...named.params, secretId }, ...manages(drawing) };
    },
  },
  revokeCredential: onCredential(0.3),
  listRoles: published,
  issueToken: { weight: 0.5, draw: tokenAsk },
  getTokenKeys: published,
  getAuthorizationServer: published,
  getRevocations: published,
};
