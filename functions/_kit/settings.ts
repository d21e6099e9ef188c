import type { ServiceName } from './services.ts';

/** What the infrastructure tells a function, by environment variable: names and addresses, never a secret's value. */
export const settings = {
  docsUrl: 'DOCS_URL',
  issuer: 'TOKEN_ISSUER',
  audience: 'TOKEN_AUDIENCE',
  jwksUrl: 'TOKEN_JWKS_URL',
  masterKey: 'MASTER_KEY_ARN',
  signingKey: 'SIGNING_KEY_ARN',
  tokenKey: 'TOKEN_KEY_ARN',
  archiveBucket: 'ARCHIVE_BUCKET',
  busName: 'EVENT_BUS_NAME',
  mailFrom: 'MAIL_FROM',
  account: 'PLATFORM_ACCOUNT',
} as const;
export type Setting = keyof typeof settings;

/** Name the pool in which staff log in, where there is one; one function knows it, so no other carries them. */
export const staffPool = { issuer: 'STAFF_ISSUER', clientId: 'STAFF_CLIENT_ID' } as const;

/** By which the door knows that a request came through the edge. */
export const originHeader = 'x-origin-secret';

/** Name the secret that a function turns or checks, the edge that sends it, and the door that it opens. */
export const rotationSettings = {
  secret: 'TURNED_SECRET_ARN',
  distribution: 'EDGE_DISTRIBUTION_ID',
  door: 'DOOR_URL',
} as const;

/** Names the bucket of the inbox; it stands alone, so that functions without an inbox do not carry it. */
export const inboxBucket = 'INBOX_BUCKET';

/** The variable that names the secret of a service: `offerKeys` → `OFFER_KEYS_SECRET_ARN`. */
export const secretSetting = (service: ServiceName): string =>
  `${service.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_SECRET_ARN`;

/** How every event stands on the bus. Which event it is, and whose, is said by its detail: a CloudEvent. */
export const onTheBus = { source: 'bindery', detailType: 'Bindery event' } as const;

/** The header in which the edge writes down who asks; behind it every request comes from the edge itself. */
export const viewerAddress = 'x-viewer-address';
