const erased = 'A customer whose data were erased cannot be made yet: nothing erases them before the law asks for it.';
const repeated =
  'Cover is checked again before money goes, by what checked it at the report: what was found then holds, as a rule.';
const retired = 'Every product of the catalogue is sold; one that was retired cannot be made by a test.';
const fresh = 'The id was drawn a moment before, so nothing stands there yet.';
const noRight = 'It asks for no scope and no role; each of its items does.';
const anyone = 'It is open to everybody, at a path without a tenant: there is nothing that it could not find.';
const oneBody = 'It takes no body at one path, so that nothing about a second request can differ.';
const nobody = 'It changes nothing but a log of its own: there is nobody to lose against.';
const timely = 'The gateway of the cloud gives up on it, and the local server before it has read whom it is for.';

const all = (ids: string, answer: string, reason: string): readonly (readonly [string, string])[] =>
  ids.split(' ').map((id) => [`${id} ${answer}`, reason]);

/** Answers that the document has and no test brings about, each with the reason. */
export const unmet: Readonly<Record<string, string>> = Object.fromEntries([
  ...[
    'claims-used-up',
    'coverage-not-included',
    'excluded',
    'in-waiting-period',
    'loss-after-report',
    'not-in-force',
  ].map((code) => [`approveClaim 422 ${code}`, repeated] as const),
  ...all('bindPolicy bindBasket', '409 product-not-active', retired),
  ...all('reportClaim', '404 customer-not-found', erased),
  ...all('createCredential', '409 credential-state-refuses', fresh),
  ...all('createWebhookEndpoint', '409 endpoint-state-refuses', fresh),
  ...all('batchClaims batchCustomers batchPolicies listRoles', '403 forbidden', noRight),
  ...all(
    'createSandbox getHealth getTokenKeys getAuthorizationServer getRevocations issueToken',
    '404 not-found',
    anyone,
  ),
  ...all('getAuthorizationServer', '503 temporarily-unavailable', 'What it says stands in its own memory.'),
  ...all('closeStatement resetSandbox', '422 idempotency-key-reused', oneBody),
  ...all('resendDelivery pingWebhookEndpoint fireEvent', '409 changed-meanwhile', nobody),
]);

/** Answers that no operation gives by itself, and so no test of one can bring about. */
export const unmetCodes: ReadonlyMap<string, string> = new Map([['request-timeout', timely]]);
