// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.

import type { Manual } from '../cli/manual-page.ts';

export const manual: Manual = {
  listAlerts: {
    about: 'alerts',
    summary: 'List the open alerts, or any by status, oldest first',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['raised', 'acknowledged', 'closed'] },
    },
  },
  getAlert: {
    about: 'alerts',
    summary: 'Get an alert',
    fields: {
      alertId: { as: 'text', required: true, says: 'The alert.' },
    },
  },
  acknowledgeAlert: {
    about: 'alerts',
    summary: 'Take an alert on',
    fields: {
      alertId: { as: 'text', required: true, says: 'The alert.' },
    },
  },
  closeAlert: {
    about: 'alerts',
    summary: 'Close an alert',
    fields: {
      alertId: { as: 'text', required: true, says: 'The alert.' },
      resolution: { as: 'text', required: true, says: 'How it was resolved, without personal data.' },
    },
  },
  getHistory: {
    about: 'audit',
    summary: 'Get the history of an object',
    description: 'Every operation on it, first to last: who, when and why, the events, the money, and the hashes that chain them. A page of the history of a claim holds the operations on its policy that touch the claim, so it may be short.',
    fields: {
      objectId: { as: 'text', required: true, says: 'A policy, claim, customer, unmatched money, alert, statement, basket, tenant, credential, clock, notification, webhook endpoint or the checkpoints; new kinds join.' },
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
    },
  },
  getProof: {
    about: 'audit',
    summary: 'Get the proof of an object’s history',
    description: 'Every record of the chain, a signed statement of its head, and the proof that the newest checkpoint covers its last audited record; this proof is absent until a checkpoint does, within ten minutes. With the JWKS of the platform, anyone can verify it offline.',
    fields: {
      objectId: { as: 'text', required: true, says: 'A policy, claim, customer, unmatched money, alert, statement, basket, tenant, credential, clock, notification, webhook endpoint or the checkpoints; new kinds join.' },
    },
  },
  getCheckpoint: {
    about: 'audit',
    summary: 'Get a signed checkpoint',
    description: 'The root of the Merkle tree (RFC 6962) over your whole feed, signed every ten minutes in which something happened. Keep one, and later ask with `since` for the proof that the newer tree begins with yours: then nothing that you knew was changed or taken out. `npm run verify -- --checkpoint` checks the answer offline.',
    fields: {
      number: { as: 'text', required: true, says: 'A checkpoint by its number, or `latest`.' },
      since: { as: 'number', says: 'The number of an older checkpoint that you kept; asks for the proof that nothing was rewritten since.' },
    },
  },
  closeStatement: {
    about: 'billing',
    summary: 'Close a statement of what the partner owes',
    description: 'Takes the feed from the end of the last statement, at most 1,000 records, and sums the premium that the partner collected; cancellations are negative lines.',
    fields: {},
  },
  listStatements: {
    about: 'billing',
    summary: 'List statements, newest first',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['closed', 'settled'] },
    },
  },
  settleStatement: {
    about: 'billing',
    summary: 'Book the partner’s payment of a statement',
    fields: {
      statementId: { as: 'text', required: true, says: 'The statement.' },
      amount: { as: 'number', required: true, says: 'Minor units; the total of the statement.' },
      currency: { as: 'text', required: true, says: 'ISO 4217 alphabetic code.' },
      reference: { as: 'text', required: true, says: 'The bank’s or the partner’s reference of the payment.' },
    },
  },
  getStatement: {
    about: 'billing',
    summary: 'Get a statement',
    fields: {
      statementId: { as: 'text', required: true, says: 'The statement.' },
    },
  },
  batchClaims: {
    about: 'claims',
    summary: 'Report many losses in one call',
    description: 'Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.',
    fields: {
      items: { as: 'json', required: true, says: '1 to 100 items, each on its own.' },
    },
  },
  reportClaim: {
    about: 'claims',
    summary: 'Report a claim',
    description: 'First notice of a loss. Cover is confirmed for its time and a reserve is set; the decision comes afterwards.',
    fields: {
      policyId: { as: 'text', required: true, says: 'The policy.' },
      coverage: { as: 'text', required: true, says: 'The coverage, as the product names it.' },
      lossAt: { as: 'text', required: true, says: 'When the loss happened.' },
      form: { as: 'json', required: true, says: 'Answers to the claim form of the coverage, each field as the product defines it.' },
      payee: { as: 'text', required: true, says: 'Token of the account to be paid, from the payment provider; no account number ever comes here.' },
    },
  },
  listClaims: {
    about: 'claims',
    summary: 'List claims, newest first',
    description: 'Ordered by the time of their report, which `createdFrom` and `createdTo` bound. Under `customerId`, `reference` or `policyId` they come policy by policy, the newest policy first and of each its newest claim first.',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['reported', 'registered', 'awaiting-facts', 'in-review', 'assessed', 'approved', 'rejected', 'paid'] },
      customerId: { as: 'text', says: 'Only of this customer.' },
      reference: { as: 'text', says: 'Only what stands under your own number.' },
      policyId: { as: 'text', says: 'Only of this policy.' },
      include: { as: 'text', says: 'Related objects to show in `included`, separated by commas: `policy` (needs `policies:read`).' },
    },
  },
  listClaimsToDecide: {
    about: 'claims',
    summary: 'List the claims that wait for people, oldest first',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['in-review', 'assessed'] },
      policyId: { as: 'text', says: 'Only of this policy.' },
    },
  },
  getClaim: {
    about: 'claims',
    summary: 'Get a claim',
    description: 'People of the insurer see its handling too, and with `claims:personal` the form that was reported. `asOf` and `knownAt` answer how it stood, from its records, and an included policy stands as of the same times.',
    fields: {
      claimId: { as: 'text', required: true, says: 'The claim.' },
      asOf: { as: 'text', says: 'Effective time: what had taken effect by then, whenever it was recorded. Encode a `+` as `%2B`; now if absent.' },
      knownAt: { as: 'text', says: 'Recorded time: only what the platform had recorded by then, as `recordedAt` in the history says. With `asOf`: what was known then about that time.' },
      include: { as: 'text', says: 'Related objects to show in `included`, separated by commas: `policy` (needs `policies:read`).' },
    },
  },
  assessClaim: {
    about: 'claims',
    summary: 'Assess a claim',
    description: 'Works out the amount from what people found, with every step, and moves the reserve to it. It may be corrected, under another key, until the claim is approved.',
    fields: {
      claimId: { as: 'text', required: true, says: 'The claim.' },
      facts: { as: 'json', says: 'Answers of the claim form that people corrected.' },
      tier: { as: 'text', says: 'For flights: what people found that happened.' },
      amount: { as: 'number', says: 'An amount of their own in minor units of the policy’s currency; worked out if absent.' },
      note: { as: 'text', says: 'Kept under the key of the person it is about.' },
    },
  },
  approveClaim: {
    about: 'claims',
    summary: 'Approve an assessed claim',
    description: 'By another person than the one who assessed it, within their authority and the remaining limit.',
    fields: {
      claimId: { as: 'text', required: true, says: 'The claim.' },
      amount: { as: 'number', required: true, says: 'The assessed amount, in minor units of the policy’s currency; refused if it has changed meanwhile.' },
    },
  },
  rejectClaim: {
    about: 'claims',
    summary: 'Reject a claim, with reasons',
    fields: {
      claimId: { as: 'text', required: true, says: 'The claim.' },
      reasons: { as: 'json', required: true, says: 'Exclusions of the product, or of loss-not-proved, documents-not-supplied, trigger-not-met, nothing-payable, fraud-established, paid-by-another, time-barred, withdrawn-by-claimant.' },
    },
  },
  getClock: {
    about: 'clock',
    summary: 'Get the time of your sandbox',
    fields: {},
  },
  advanceClock: {
    about: 'clock',
    summary: 'Set or advance the time of your sandbox',
    description: 'Sets the clock to an instant, or moves it on by a span. Everything due on the way is done in its order and at its own instant: cover begins and ends, reminders go out, unpaid contracts lapse, webhooks are tried again. It answers at once; ask GET /v1/clock until the status is `ready`.',
    fields: {
      to: { as: 'text', says: 'Sets the clock to this instant, with its offset or `Z`; it lies ahead of the sandbox’s time.' },
      by: { as: 'text', says: 'Moves the clock on by this span instead.' },
    },
  },
  getSandboxTime: {
    about: 'clock',
    summary: 'Get what time it is in a sandbox',
    description: 'Open, as the wall is: functions that read no table ask it, and so may anybody who tests by it.',
    fields: {
      tenantId: { as: 'text', required: true, says: 'Whose time it is.' },
    },
  },
  batchCustomers: {
    about: 'customers',
    summary: 'Register many customers in one call',
    description: 'Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.',
    fields: {
      items: { as: 'json', required: true, says: '1 to 100 items, each on its own.' },
    },
  },
  registerCustomer: {
    about: 'customers',
    summary: 'Register a customer',
    description: 'Keeps a person once. The data are encrypted under a key of that person; everything else in the platform carries the customer id alone.',
    fields: {
      name: { as: 'text', required: true, says: 'Full name as on the identity document.' },
      identity: { as: 'json', says: 'Identity document, where the sale needs one (INET Art 33).' },
      phone: { as: 'text', required: true, says: 'Telephone in E.164 form.' },
      email: { as: 'text', says: 'E-mail address.' },
      locale: { as: 'text', required: true, says: 'Language for documents and messages.', oneOf: ['en', 'zh-CN'] },
    },
  },
  findCustomer: {
    about: 'customers',
    summary: 'Find a customer by identity number, or by the telephone of one who gave no document',
    description: 'Compares keyed hashes; nothing is written and nothing that was sent is kept.',
    fields: {
      identityNumber: { as: 'text', says: 'Identity document number.' },
      phone: { as: 'text', says: 'Telephone in E.164 form.' },
    },
  },
  getCustomer: {
    about: 'customers',
    summary: 'Get a customer',
    description: 'Personal data are masked unless the caller holds `customers:personal`.',
    fields: {
      customerId: { as: 'text', required: true, says: 'The customer.' },
      include: { as: 'text', says: 'Related objects to show in `included`, separated by commas: `policies` (needs `policies:read`).' },
    },
  },
  listEvents: {
    about: 'events',
    summary: 'List what happened, oldest first',
    description: 'Every event of yours, once, in one order that never changes; those of one object by their numbers. Keep `next` and ask with it again: nothing is skipped, however long you were away and whatever you filter. An event appears here a moment after its operation.',
    fields: {
      after: { as: 'text', says: 'The `next` of the page before; from the very beginning if absent.' },
      limit: { as: 'number', says: 'How many records are read, 1 to 100; each holds up to nine events. Under a filter a page may hold fewer, or none: go on with `next` until it stays the same.' },
      types: { as: 'text', says: 'Only events of these types, separated by commas.' },
      objectId: { as: 'text', says: 'Only events of this object.' },
    },
  },
  getHealth: {
    about: 'health',
    summary: 'Ask whether the platform takes requests',
    description: 'Open to everybody and touches nothing, so that it tells of the front door alone.',
    fields: {},
  },
  listNotifications: {
    about: 'notifications',
    summary: 'List what customers were written, newest first',
    description: 'All of a tenant, of one policy or of one customer. What a message says is shown one by one only.',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['requested', 'sent', 'failed', 'skipped'] },
      customerId: { as: 'text', says: 'Only of this customer.' },
      policyId: { as: 'text', says: 'Only of this policy.' },
    },
  },
  getNotification: {
    about: 'notifications',
    summary: 'Get a notification',
    description: 'What it says, and where it went, is shown to callers who hold `customers:personal`.',
    fields: {
      notificationId: { as: 'text', required: true, says: 'The notification.' },
    },
  },
  createSandbox: {
    about: 'partners',
    summary: 'Make a sandbox of your own',
    description: 'Makes a tenant with its first credential, which may do everything that a partner may. Open to everybody. The secret is shown once; the same key and body show it again, so keep the key, a random UUID, as safe as the secret.',
    fields: {
      name: { as: 'text', required: true, says: 'A name by which you know it again; no personal data.' },
    },
  },
  resetSandbox: {
    about: 'partners',
    summary: 'Reset your sandbox',
    description: 'Begins a new generation: empty, with real time, new ids, and every key, reference and object free again. Your credentials stay; tokens that were granted before end within a minute, so ask for a new one. What was there is left behind and cannot be reached any more.',
    fields: {},
  },
  createCredential: {
    about: 'partners',
    summary: 'Issue a credential',
    description: 'Its scopes lie within those of your token. In a sandbox, roles instead of scopes make a person of the insurer whom you play. The secret is shown once.',
    fields: {
      name: { as: 'text', required: true, says: 'A name by which you know it again; no personal data.' },
      scopes: { as: 'json', says: 'What it may do; within your own scopes.' },
      roles: { as: 'json', says: 'In a sandbox, instead of scopes: the roles of a person of the insurer whom you play.' },
    },
  },
  listCredentials: {
    about: 'partners',
    summary: 'List credentials, newest first',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
    },
  },
  getCredential: {
    about: 'partners',
    summary: 'Get a credential',
    fields: {
      credentialId: { as: 'text', required: true, says: 'The credential.' },
    },
  },
  addCredentialSecret: {
    about: 'partners',
    summary: 'Add a second secret',
    description: 'Both are live until one is revoked, so that a rotation breaks nothing. The secret is shown once.',
    fields: {
      credentialId: { as: 'text', required: true, says: 'The credential.' },
    },
  },
  revokeCredentialSecret: {
    about: 'partners',
    summary: 'Revoke a secret',
    description: 'It earns no token any more at once; tokens that it earned end within a minute.',
    fields: {
      credentialId: { as: 'text', required: true, says: 'The credential.' },
      secretId: { as: 'text', required: true, says: 'A secret of a credential.' },
    },
  },
  revokeCredential: {
    about: 'partners',
    summary: 'Revoke a credential for ever',
    description: 'Its secrets earn no token any more at once; tokens that they earned end within a minute.',
    fields: {
      credentialId: { as: 'text', required: true, says: 'The credential.' },
    },
  },
  listRoles: {
    about: 'partners',
    summary: 'List the roles of the insurer’s people',
    description: 'What each may do, with scopes and authority bands as they are in force.',
    fields: {},
  },
  issueToken: {
    about: 'partners',
    summary: 'Get an access token',
    description: 'OAuth 2.0 client credentials (RFC 6749, 4.4). Client id and secret come as Basic authentication or in the form. The token is a JWT (RFC 9068) of five minutes. People of a live insurer log in at its directory and exchange the ID token (RFC 8693); what they get ends no later than that. Refusals carry `error` and `error_description` beside the members of a problem.',
    fields: {
      grant_type: { as: 'text', required: true, says: '`client_credentials`; or `urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693) for people of the insurer, where the platform is connected to their directory.' },
      client_id: { as: 'text', says: 'Unless sent as Basic authentication.' },
      client_secret: { as: 'text', says: 'Unless sent as Basic authentication.' },
      scope: { as: 'text', says: 'Scopes, separated by blanks; all that there are if absent.' },
      subject_token: { as: 'text', says: 'To exchange: the ID token of the directory.' },
      subject_token_type: { as: 'text', says: 'To exchange: always `urn:ietf:params:oauth:token-type:id_token`.' },
      requested_token_type: { as: 'text', says: 'To exchange: `urn:ietf:params:oauth:token-type:access_token` or nothing.' },
      audience: { as: 'text', says: 'To exchange: the audience of the platform’s tokens, or nothing.' },
    },
  },
  getTokenKeys: {
    about: 'partners',
    summary: 'Get the public keys',
    description: 'They verify access tokens, certificates, proofs and checkpoints.',
    fields: {},
  },
  getAuthorizationServer: {
    about: 'partners',
    summary: 'Get what the authorization server is',
    fields: {},
  },
  getRevocations: {
    about: 'partners',
    summary: 'Get what was revoked in the last fifteen minutes',
    description: 'Whoever verifies tokens offline reads this every 30 seconds, and ends tokens that name one of them.',
    fields: {},
  },
  listInboxEntries: {
    about: 'payments',
    summary: 'List what providers sent, newest first',
    description: 'Every webhook that was signed, for 400 days. What is forged is not kept.',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['received', 'done', 'refused', 'failed'] },
      provider: { as: 'text', says: 'The provider that sent it.' },
    },
  },
  getInboxEntry: {
    about: 'payments',
    summary: 'Get what became of a webhook',
    description: 'Without its body, which may be about a person and is never shown; a replay processes it.',
    fields: {
      entryId: { as: 'text', required: true, says: 'Identifier of a webhook in the inbox.' },
    },
  },
  replayInboxEntry: {
    about: 'payments',
    summary: 'Process a webhook once more',
    description: 'As if its provider had sent it again: under the id of its event, so that what stands is not done twice. For what was left half done, and for what can be understood by now.',
    fields: {
      entryId: { as: 'text', required: true, says: 'Identifier of a webhook in the inbox.' },
    },
  },
  listUnmatchedMoney: {
    about: 'payments',
    summary: 'List unmatched money that is still open, or any by status, oldest first',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['open', 'applied'] },
    },
  },
  getUnmatchedMoney: {
    about: 'payments',
    summary: 'Get unmatched money',
    fields: {
      unmatchedId: { as: 'text', required: true, says: 'The unmatched money.' },
    },
  },
  batchPolicies: {
    about: 'policies',
    summary: 'Bind, report and cancel many in one call',
    description: 'Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.',
    fields: {
      items: { as: 'json', required: true, says: '1 to 100 items, each on its own.' },
    },
  },
  bindPolicy: {
    about: 'policies',
    summary: 'Bind an offer into a policy',
    description: 'Concludes the contract on a signed offer, at most once per offer. The identifying answers are given again and must be those that were quoted; every required disclosure is acknowledged on its own.',
    fields: {
      offer: { as: 'text', required: true, says: 'The signed token of the offer, unchanged.' },
      customerId: { as: 'text', required: true, says: 'The customer.' },
      reference: { as: 'text', required: true, says: 'Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.' },
      identity: { as: 'json', required: true, says: 'The identifying answers again, as they were quoted: order number, IMEI, ticket.' },
      collection: { as: 'text', required: true, says: '`provider`: paid through the payment provider; `partner`: collected at checkout and settled later.', oneOf: ['provider', 'partner'] },
      acknowledged: { as: 'json', required: true, says: 'What the buyer acknowledged, one by one; nothing is acknowledged by default (INET Art 17).' },
    },
  },
  listPolicies: {
    about: 'policies',
    summary: 'List policies, newest first',
    description: 'Ordered by the time of their first record, which `createdFrom` and `createdTo` bound. Policies that are sold while you read come before the first page; a status that changes meanwhile moves nothing, so nothing is shown twice or left out.',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      status: { as: 'text', says: 'Only objects that stand there at the moment of the request.', oneOf: ['pending', 'on-risk', 'expired', 'cancelled'] },
      customerId: { as: 'text', says: 'Only of this customer.' },
      reference: { as: 'text', says: 'Only what stands under your own number.' },
      include: { as: 'text', says: 'Related objects to show in `included`, separated by commas: `customer` (needs `customers:read`).' },
    },
  },
  bindBasket: {
    about: 'policies',
    summary: 'Bind a basket, all of it or nothing',
    description: 'Concludes up to 16 contracts on signed offers in one transaction. What the buyer declined is recorded beside them as evidence. A refusal names every item that is at fault, and nothing is bound.',
    fields: {
      customerId: { as: 'text', required: true, says: 'The customer.' },
      reference: { as: 'text', required: true, says: 'Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.' },
      collection: { as: 'text', required: true, says: '`provider`: paid through the payment provider; `partner`: collected at checkout and settled later.', oneOf: ['provider', 'partner'] },
      items: { as: 'json', required: true, says: 'What is bound: all of it, or nothing.' },
      optOuts: { as: 'json', says: 'What was offered beside it and declined; kept as evidence.' },
    },
  },
  listBaskets: {
    about: 'policies',
    summary: 'List what buyers took and declined, newest first',
    description: 'A checkout is found by your own number for it, whether something was bound in it or all of it declined; by customer only where something was bound.',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      createdFrom: { as: 'text', says: 'Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      createdTo: { as: 'text', says: 'Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`.' },
      customerId: { as: 'text', says: 'Only of this customer.' },
      reference: { as: 'text', says: 'Only what stands under your own number.' },
    },
  },
  recordOptOuts: {
    about: 'policies',
    summary: 'Record that a buyer declined every offer',
    description: 'Evidence of what was offered and freely declined, from the signed offers themselves.',
    fields: {
      reference: { as: 'text', required: true, says: 'Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.' },
      optOuts: { as: 'json', required: true, says: 'Every offer that was shown and declined.' },
    },
  },
  getBasket: {
    about: 'policies',
    summary: 'Get what a buyer took and declined',
    fields: {
      basketId: { as: 'text', required: true, says: 'What a buyer decided about the offers of one checkout.' },
      include: { as: 'text', says: 'Related objects to show in `included`, separated by commas: `policies` (needs `policies:read`).' },
    },
  },
  getPolicy: {
    about: 'policies',
    summary: 'Get a policy, now or as it was',
    description: '`asOf` answers what the contract said at an effective time, `knownAt` what was recorded by then, and both together what was known then about that time; all of it from the records. Included claims stand as of the same times; a customer stands as of now.',
    fields: {
      policyId: { as: 'text', required: true, says: 'The policy.' },
      asOf: { as: 'text', says: 'Effective time: what had taken effect by then, whenever it was recorded. Encode a `+` as `%2B`; now if absent.' },
      knownAt: { as: 'text', says: 'Recorded time: only what the platform had recorded by then, as `recordedAt` in the history says. With `asOf`: what was known then about that time.' },
      include: { as: 'text', says: 'Related objects to show in `included`, separated by commas: `customer` (needs `customers:read`), `claims` (needs `claims:read`).' },
    },
  },
  recordMilestone: {
    about: 'policies',
    summary: 'Report an event that begins or ends cover',
    description: 'A confirmed shipment begins return-freight cover; a signed receipt fixes its end. Reporting one twice changes nothing.',
    fields: {
      policyId: { as: 'text', required: true, says: 'The policy.' },
      milestone: { as: 'text', required: true, says: 'The event, as the product names it.' },
      occurredAt: { as: 'text', required: true, says: 'When it happened.' },
    },
  },
  previewCancellation: {
    about: 'policies',
    summary: 'Preview a cancellation',
    description: 'Answers what a cancellation would return now, and a token that confirms it on these terms for fifteen minutes. It writes nothing.',
    fields: {
      policyId: { as: 'text', required: true, says: 'The policy.' },
      reason: { as: 'text', required: true, says: 'Why the policyholder cancels.', oneOf: ['order-cancelled', 'withdrawal', 'no-longer-needed', 'object-lost', 'other'] },
    },
  },
  cancelPolicy: {
    about: 'policies',
    summary: 'Cancel a policy as previewed',
    description: 'Ends the contract under the first open window of the product and returns the premium that its preview showed; refused if the policy or the amount has changed since.',
    fields: {
      policyId: { as: 'text', required: true, says: 'The policy.' },
      reason: { as: 'text', required: true, says: 'Why the policyholder cancels.', oneOf: ['order-cancelled', 'withdrawal', 'no-longer-needed', 'object-lost', 'other'] },
      preview: { as: 'text', required: true, says: 'The token of a preview of this very request: the buyer has seen what comes back.' },
    },
  },
  getCertificate: {
    about: 'policies',
    summary: 'Get the signed certificate of a policy',
    fields: {
      policyId: { as: 'text', required: true, says: 'The policy.' },
    },
  },
  verifyPolicy: {
    about: 'policies',
    summary: 'Verify a policy by number and code',
    description: 'Open to everybody. Tells real from forged or cancelled, and names nobody (INET Art 22).',
    fields: {
      tenantId: { as: 'text', required: true, says: 'The insurer or partner that issued it.' },
      policyNumber: { as: 'text', required: true, says: 'Number on the certificate.' },
      code: { as: 'text', required: true, says: 'Verification code on the certificate.' },
    },
  },
  listProducts: {
    about: 'products',
    summary: 'List the products on sale',
    fields: {},
  },
  getProduct: {
    about: 'products',
    summary: 'Get a product with its forms, coverages and disclosures',
    description: 'Everything that a checkout must show: questions, coverages, exclusions, cancellation rules and texts with their content hashes.',
    fields: {
      productId: { as: 'text', required: true, says: 'The product.' },
      version: { as: 'number', says: 'A version; the newest if absent.' },
    },
  },
  createQuote: {
    about: 'quoting',
    summary: 'Quote a basket',
    description: 'Prices 1 to 16 items at once. Each is offered, with its worksheet, disclosures and a signed token, or declined with reasons. Nothing is read and nothing is written, so it needs no idempotency key.',
    fields: {
      items: { as: 'json', required: true, says: '1 to 16 items.' },
    },
  },
  createWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Have yourself told what happens',
    description: 'Events of yours are sent to the URL as webhooks after Standard Webhooks, or put on an EventBridge bus of your own. The signing secret is shown once; the same key and body show it again.',
    fields: {
      name: { as: 'text', says: 'A name by which you know it again; no personal data.' },
      url: { as: 'text', says: 'Where webhooks are sent, by HTTPS.' },
      eventBusArn: { as: 'text', says: 'An EventBridge bus in an AWS account of your own, whose policy lets this platform put events.' },
      types: { as: 'json', says: 'Only events of these types; all of them if empty.' },
      payload: { as: 'text', says: '`full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`.', oneOf: ['full', 'thin'] },
    },
  },
  listWebhookEndpoints: {
    about: 'webhooks',
    summary: 'List endpoints, newest first',
    fields: {
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
    },
  },
  getWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Get an endpoint',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
    },
  },
  changeWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Change an endpoint',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
      name: { as: 'text', says: 'A name by which you know it again; no personal data.' },
      url: { as: 'text', says: 'Where webhooks are sent, by HTTPS.' },
      eventBusArn: { as: 'text', says: 'An EventBridge bus in an AWS account of your own, whose policy lets this platform put events.' },
      types: { as: 'json', says: 'Only events of these types; all of them if empty.' },
      payload: { as: 'text', says: '`full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`.', oneOf: ['full', 'thin'] },
    },
  },
  disableWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Send nothing to an endpoint for now',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
    },
  },
  enableWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Send to an endpoint again',
    description: 'What was missed meanwhile is sent when you ask for a replay of it.',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
    },
  },
  deleteWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Delete an endpoint for ever',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
    },
  },
  addWebhookSecret: {
    about: 'webhooks',
    summary: 'Add a second signing secret',
    description: 'Both sign until one is retired, so that a rotation breaks nothing. The secret is shown once.',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
    },
  },
  retireWebhookSecret: {
    about: 'webhooks',
    summary: 'Retire a signing secret',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
      webhookSecretId: { as: 'text', required: true, says: 'A signing secret of an endpoint.' },
    },
  },
  listDeliveries: {
    about: 'webhooks',
    summary: 'List what was sent to an endpoint, newest first',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
      cursor: { as: 'text', says: 'The `next` of the page before, under the very same filter; with another filter it is refused.' },
      limit: { as: 'number', says: 'How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.' },
      status: { as: 'text', says: 'Only deliveries that stand there now.', oneOf: ['pending', 'delivered', 'failed'] },
    },
  },
  getDelivery: {
    about: 'webhooks',
    summary: 'Get a delivery with every attempt',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
      deliveryId: { as: 'text', required: true, says: 'The delivery of one event to one endpoint.' },
    },
  },
  resendDelivery: {
    about: 'webhooks',
    summary: 'Send a delivery again, now',
    description: 'Delivered or not. It is sent before the answer comes, which shows the attempt; if it fails, the schedule begins anew.',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
      deliveryId: { as: 'text', required: true, says: 'The delivery of one event to one endpoint.' },
    },
  },
  pingWebhookEndpoint: {
    about: 'webhooks',
    summary: 'Try an endpoint',
    description: 'Sends `webhook.ping` before the answer comes, which shows the attempt. It is tried once.',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
    },
  },
  replayWebhooks: {
    about: 'webhooks',
    summary: 'Have past events sent again',
    description: 'Everything that was recorded in a window of time, or what was missed: never delivered since the endpoint was well. They are sent off in the order of the feed, several at once, as fast as the endpoint takes them; the endpoint shows how far it has come.',
    fields: {
      endpointId: { as: 'text', required: true, says: 'The endpoint.' },
      missed: { as: 'yes-or-no', says: 'What was never delivered since the endpoint was well.' },
      from: { as: 'text', says: 'Or: what was recorded from this instant on …' },
      to: { as: 'text', says: '… and before this one, delivered or not.' },
    },
  },
  fireEvent: {
    about: 'webhooks',
    summary: 'Rehearse an event, in a sandbox',
    description: 'Sends the example of the catalogue, marked with `"rehearsal": true`, to one endpoint or to all that want its type. It never happened: no record and no list of events shows it.',
    fields: {
      type: { as: 'text', required: true, says: 'A type of event that is sent to endpoints; the catalogue has them all.' },
      endpointId: { as: 'text', says: 'The endpoint.' },
    },
  },
};
