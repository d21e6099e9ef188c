// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.

import type {
  Command,
  Listing,
  Preview,
  Read,
  VersionedRead,
} from '../methods.ts';

/** Every operation as a method: one object of all that it is asked, and options beside it. */
export interface Operated {
  /** List the open alerts, or any by status, oldest first. */
  listAlerts: Listing<'listAlerts'>;

  /** Get an alert. */
  getAlert: VersionedRead<'getAlert'>;

  /** Take an alert on. */
  acknowledgeAlert: Command<'acknowledgeAlert'>;

  /** Close an alert. */
  closeAlert: Command<'closeAlert'>;

  /**
   * Get the history of an object.
   *
   * Every operation on it, first to last: who, when and why, the events, the money, and the hashes that chain them. A page of the history of a claim holds the operations on its policy that touch the claim, so it may be short.
   *
   * Needs the scope `history:read`.
   */
  getHistory: Listing<'getHistory'>;

  /**
   * Get the proof of an object’s history.
   *
   * Every record of the chain, a signed statement of its head, and the proof that the newest checkpoint covers its last audited record; this proof is absent until a checkpoint does, within ten minutes. With the JWKS of the platform, anyone can verify it offline.
   *
   * Needs the scope `history:read`.
   */
  getProof: Read<'getProof'>;

  /**
   * Get a signed checkpoint.
   *
   * The root of the Merkle tree (RFC 6962) over your whole feed, signed every ten minutes in which something happened. Keep one, and later ask with `since` for the proof that the newer tree begins with yours: then nothing that you knew was changed or taken out. `npm run verify -- --checkpoint` checks the answer offline.
   *
   * Needs the scope `history:read`.
   */
  getCheckpoint: Read<'getCheckpoint'>;

  /**
   * Close a statement of what the partner owes.
   *
   * Takes the feed from the end of the last statement, at most 1,000 records, and sums the premium that the partner collected; cancellations are negative lines.
   *
   * Needs the scope `billing:write`.
   */
  closeStatement: Command<'closeStatement'>;

  /**
   * List statements, newest first.
   *
   * Needs the scope `billing:read`.
   */
  listStatements: Listing<'listStatements'>;

  /**
   * Book the partner’s payment of a statement.
   *
   * Needs the scope `billing:write`.
   */
  settleStatement: Command<'settleStatement'>;

  /**
   * Get a statement.
   *
   * Needs the scope `billing:read`.
   */
  getStatement: VersionedRead<'getStatement'>;

  /**
   * Report many losses in one call.
   *
   * Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.
   */
  batchClaims: Read<'batchClaims'>;

  /**
   * Report a claim.
   *
   * First notice of a loss. Cover is confirmed for its time and a reserve is set; the decision comes afterwards.
   *
   * Needs the scope `claims:write`.
   */
  reportClaim: Command<'reportClaim'>;

  /**
   * List claims, newest first.
   *
   * Ordered by the time of their report, which `createdFrom` and `createdTo` bound. Under `customerId`, `reference` or `policyId` they come policy by policy, the newest policy first and of each its newest claim first.
   *
   * Needs the scope `claims:read`.
   */
  listClaims: Listing<'listClaims'>;

  /** List the claims that wait for people, oldest first. */
  listClaimsToDecide: Listing<'listClaimsToDecide'>;

  /**
   * Get a claim.
   *
   * People of the insurer see its handling too, and with `claims:personal` the form that was reported. `asOf` and `knownAt` answer how it stood, from its records, and an included policy stands as of the same times.
   *
   * Needs the scope `claims:read`.
   */
  getClaim: Read<'getClaim'>;

  /**
   * Assess a claim.
   *
   * Works out the amount from what people found, with every step, and moves the reserve to it. It may be corrected, under another key, until the claim is approved.
   */
  assessClaim: Command<'assessClaim'>;

  /**
   * Approve an assessed claim.
   *
   * By another person than the one who assessed it, within their authority and the remaining limit.
   */
  approveClaim: Command<'approveClaim'>;

  /** Reject a claim, with reasons. */
  rejectClaim: Command<'rejectClaim'>;

  /**
   * Get the time of your sandbox.
   *
   * Needs the scope `clock:read`.
   */
  getClock: Read<'getClock'>;

  /**
   * Set or advance the time of your sandbox.
   *
   * Sets the clock to an instant, or moves it on by a span. Everything due on the way is done in its order and at its own instant: cover begins and ends, reminders go out, unpaid contracts lapse, webhooks are tried again. It answers at once; ask GET /v1/clock until the status is `ready`.
   *
   * Needs the scope `clock:write`.
   */
  advanceClock: Command<'advanceClock'>;

  /**
   * Get what time it is in a sandbox.
   *
   * Open, as the wall is: functions that read no table ask it, and so may anybody who tests by it.
   */
  getSandboxTime: Read<'getSandboxTime'>;

  /**
   * Register many customers in one call.
   *
   * Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.
   */
  batchCustomers: Read<'batchCustomers'>;

  /**
   * Register a customer.
   *
   * Keeps a person once. The data are encrypted under a key of that person; everything else in the platform carries the customer id alone.
   *
   * Needs the scope `customers:write`.
   */
  registerCustomer: Command<'registerCustomer'>;

  /**
   * Find a customer by identity number, or by the telephone of one who gave no document.
   *
   * Compares keyed hashes; nothing is written and nothing that was sent is kept.
   *
   * Needs the scope `customers:read`.
   */
  findCustomer: Read<'findCustomer'>;

  /**
   * Get a customer.
   *
   * Personal data are masked unless the caller holds `customers:personal`.
   *
   * Needs the scope `customers:read`.
   */
  getCustomer: Read<'getCustomer'>;

  /**
   * List what happened, oldest first.
   *
   * Every event of yours, once, in one order that never changes; those of one object by their numbers. Keep `next` and ask with it again: nothing is skipped, however long you were away and whatever you filter. An event appears here a moment after its operation.
   *
   * Needs the scope `events:read`.
   */
  listEvents: Listing<'listEvents'>;

  /**
   * Ask whether the platform takes requests.
   *
   * Open to everybody and touches nothing, so that it tells of the front door alone.
   */
  getHealth: Read<'getHealth'>;

  /**
   * List what customers were written, newest first.
   *
   * All of a tenant, of one policy or of one customer. What a message says is shown one by one only.
   *
   * Needs the scope `notifications:read`.
   */
  listNotifications: Listing<'listNotifications'>;

  /**
   * Get a notification.
   *
   * What it says, and where it went, is shown to callers who hold `customers:personal`.
   *
   * Needs the scope `notifications:read`.
   */
  getNotification: Read<'getNotification'>;

  /**
   * Make a sandbox of your own.
   *
   * Makes a tenant with its first credential, which may do everything that a partner may. Open to everybody. The secret is shown once; the same key and body show it again, so keep the key, a random UUID, as safe as the secret.
   */
  createSandbox: Command<'createSandbox'>;

  /**
   * Reset your sandbox.
   *
   * Begins a new generation: empty, with real time, new ids, and every key, reference and object free again. Your credentials stay; tokens that were granted before end within a minute, so ask for a new one. What was there is left behind and cannot be reached any more.
   *
   * Needs the scope `credentials:write`.
   */
  resetSandbox: Command<'resetSandbox'>;

  /**
   * Issue a credential.
   *
   * Its scopes lie within those of your token. In a sandbox, roles instead of scopes make a person of the insurer whom you play. The secret is shown once.
   *
   * Needs the scope `credentials:write`.
   */
  createCredential: Command<'createCredential'>;

  /**
   * List credentials, newest first.
   *
   * Needs the scope `credentials:read`.
   */
  listCredentials: Listing<'listCredentials'>;

  /**
   * Get a credential.
   *
   * Needs the scope `credentials:read`.
   */
  getCredential: VersionedRead<'getCredential'>;

  /**
   * Add a second secret.
   *
   * Both are live until one is revoked, so that a rotation breaks nothing. The secret is shown once.
   *
   * Needs the scope `credentials:write`.
   */
  addCredentialSecret: Command<'addCredentialSecret'>;

  /**
   * Revoke a secret.
   *
   * It earns no token any more at once; tokens that it earned end within a minute.
   *
   * Needs the scope `credentials:write`.
   */
  revokeCredentialSecret: Command<'revokeCredentialSecret'>;

  /**
   * Revoke a credential for ever.
   *
   * Its secrets earn no token any more at once; tokens that they earned end within a minute.
   *
   * Needs the scope `credentials:write`.
   */
  revokeCredential: Command<'revokeCredential'>;

  /**
   * List the roles of the insurer’s people.
   *
   * What each may do, with scopes and authority bands as they are in force.
   */
  listRoles: Read<'listRoles'>;

  /**
   * Get an access token.
   *
   * OAuth 2.0 client credentials (RFC 6749, 4.4). Client id and secret come as Basic authentication or in the form. The token is a JWT (RFC 9068) of five minutes. People of a live insurer log in at its directory and exchange the ID token (RFC 8693); what they get ends no later than that. Refusals carry `error` and `error_description` beside the members of a problem.
   */
  issueToken: Read<'issueToken'>;

  /**
   * Get the public keys.
   *
   * They verify access tokens, certificates, proofs and checkpoints.
   */
  getTokenKeys: Read<'getTokenKeys'>;

  /** Get what the authorization server is. */
  getAuthorizationServer: Read<'getAuthorizationServer'>;

  /**
   * Get what was revoked in the last fifteen minutes.
   *
   * Whoever verifies tokens offline reads this every 30 seconds, and ends tokens that name one of them.
   */
  getRevocations: Read<'getRevocations'>;

  /**
   * List what providers sent, newest first.
   *
   * Every webhook that was signed, for 400 days. What is forged is not kept.
   */
  listInboxEntries: Listing<'listInboxEntries'>;

  /**
   * Get what became of a webhook.
   *
   * Without its body, which may be about a person and is never shown; a replay processes it.
   */
  getInboxEntry: Read<'getInboxEntry'>;

  /**
   * Process a webhook once more.
   *
   * As if its provider had sent it again: under the id of its event, so that what stands is not done twice. For what was left half done, and for what can be understood by now.
   */
  replayInboxEntry: Command<'replayInboxEntry'>;

  /**
   * List unmatched money that is still open, or any by status, oldest first.
   *
   * Needs the scope `payments:read`.
   */
  listUnmatchedMoney: Listing<'listUnmatchedMoney'>;

  /**
   * Get unmatched money.
   *
   * Needs the scope `payments:read`.
   */
  getUnmatchedMoney: VersionedRead<'getUnmatchedMoney'>;

  /**
   * Bind, report and cancel many in one call.
   *
   * Up to 100 independent requests in one call. Each has its own idempotency key, its own effect and its own result; one that is refused stops no other. Send the same batch again until nothing is open: what is done answers what it answered before.
   */
  batchPolicies: Read<'batchPolicies'>;

  /**
   * Bind an offer into a policy.
   *
   * Concludes the contract on a signed offer, at most once per offer. The identifying answers are given again and must be those that were quoted; every required disclosure is acknowledged on its own.
   *
   * Needs the scope `policies:write`.
   */
  bindPolicy: Command<'bindPolicy'>;

  /**
   * List policies, newest first.
   *
   * Ordered by the time of their first record, which `createdFrom` and `createdTo` bound. Policies that are sold while you read come before the first page; a status that changes meanwhile moves nothing, so nothing is shown twice or left out.
   *
   * Needs the scope `policies:read`.
   */
  listPolicies: Listing<'listPolicies'>;

  /**
   * Bind a basket, all of it or nothing.
   *
   * Concludes up to 16 contracts on signed offers in one transaction. What the buyer declined is recorded beside them as evidence. A refusal names every item that is at fault, and nothing is bound.
   *
   * Needs the scope `policies:write`.
   */
  bindBasket: Command<'bindBasket'>;

  /**
   * List what buyers took and declined, newest first.
   *
   * A checkout is found by your own number for it, whether something was bound in it or all of it declined; by customer only where something was bound.
   *
   * Needs the scope `policies:read`.
   */
  listBaskets: Listing<'listBaskets'>;

  /**
   * Record that a buyer declined every offer.
   *
   * Evidence of what was offered and freely declined, from the signed offers themselves.
   *
   * Needs the scope `policies:write`.
   */
  recordOptOuts: Command<'recordOptOuts'>;

  /**
   * Get what a buyer took and declined.
   *
   * Needs the scope `policies:read`.
   */
  getBasket: VersionedRead<'getBasket'>;

  /**
   * Get a policy, now or as it was.
   *
   * `asOf` answers what the contract said at an effective time, `knownAt` what was recorded by then, and both together what was known then about that time; all of it from the records. Included claims stand as of the same times; a customer stands as of now.
   *
   * Needs the scope `policies:read`.
   */
  getPolicy: VersionedRead<'getPolicy'>;

  /**
   * Report an event that begins or ends cover.
   *
   * A confirmed shipment begins return-freight cover; a signed receipt fixes its end. Reporting one twice changes nothing.
   *
   * Needs the scope `policies:write`.
   */
  recordMilestone: Command<'recordMilestone'>;

  /**
   * Preview a cancellation.
   *
   * Answers what a cancellation would return now, and a token that confirms it on these terms for fifteen minutes. It writes nothing.
   *
   * Needs the scope `policies:write`.
   */
  previewCancellation: Preview<'previewCancellation', 'cancelPolicy'>;

  /**
   * Cancel a policy as previewed.
   *
   * Ends the contract under the first open window of the product and returns the premium that its preview showed; refused if the policy or the amount has changed since.
   *
   * Needs the scope `policies:write`.
   */
  cancelPolicy: Command<'cancelPolicy'>;

  /**
   * Get the signed certificate of a policy.
   *
   * Needs the scope `policies:read`.
   */
  getCertificate: Read<'getCertificate'>;

  /**
   * Verify a policy by number and code.
   *
   * Open to everybody. Tells real from forged or cancelled, and names nobody (INET Art 22).
   */
  verifyPolicy: Read<'verifyPolicy'>;

  /**
   * List the products on sale.
   *
   * Needs the scope `products:read`.
   */
  listProducts: Read<'listProducts'>;

  /**
   * Get a product with its forms, coverages and disclosures.
   *
   * Everything that a checkout must show: questions, coverages, exclusions, cancellation rules and texts with their content hashes.
   *
   * Needs the scope `products:read`.
   */
  getProduct: Read<'getProduct'>;

  /**
   * Quote a basket.
   *
   * Prices 1 to 16 items at once. Each is offered, with its worksheet, disclosures and a signed token, or declined with reasons. Nothing is read and nothing is written, so it needs no idempotency key.
   *
   * Needs the scope `quotes:write`.
   */
  createQuote: Read<'createQuote'>;

  /**
   * Have yourself told what happens.
   *
   * Events of yours are sent to the URL as webhooks after Standard Webhooks, or put on an EventBridge bus of your own. The signing secret is shown once; the same key and body show it again.
   *
   * Needs the scope `webhooks:write`.
   */
  createWebhookEndpoint: Command<'createWebhookEndpoint'>;

  /**
   * List endpoints, newest first.
   *
   * Needs the scope `webhooks:read`.
   */
  listWebhookEndpoints: Listing<'listWebhookEndpoints'>;

  /**
   * Get an endpoint.
   *
   * Needs the scope `webhooks:read`.
   */
  getWebhookEndpoint: VersionedRead<'getWebhookEndpoint'>;

  /**
   * Change an endpoint.
   *
   * Needs the scope `webhooks:write`.
   */
  changeWebhookEndpoint: Command<'changeWebhookEndpoint'>;

  /**
   * Send nothing to an endpoint for now.
   *
   * Needs the scope `webhooks:write`.
   */
  disableWebhookEndpoint: Command<'disableWebhookEndpoint'>;

  /**
   * Send to an endpoint again.
   *
   * What was missed meanwhile is sent when you ask for a replay of it.
   *
   * Needs the scope `webhooks:write`.
   */
  enableWebhookEndpoint: Command<'enableWebhookEndpoint'>;

  /**
   * Delete an endpoint for ever.
   *
   * Needs the scope `webhooks:write`.
   */
  deleteWebhookEndpoint: Command<'deleteWebhookEndpoint'>;

  /**
   * Add a second signing secret.
   *
   * Both sign until one is retired, so that a rotation breaks nothing. The secret is shown once.
   *
   * Needs the scope `webhooks:write`.
   */
  addWebhookSecret: Command<'addWebhookSecret'>;

  /**
   * Retire a signing secret.
   *
   * Needs the scope `webhooks:write`.
   */
  retireWebhookSecret: Command<'retireWebhookSecret'>;

  /**
   * List what was sent to an endpoint, newest first.
   *
   * Needs the scope `webhooks:read`.
   */
  listDeliveries: Listing<'listDeliveries'>;

  /**
   * Get a delivery with every attempt.
   *
   * Needs the scope `webhooks:read`.
   */
  getDelivery: Read<'getDelivery'>;

  /**
   * Send a delivery again, now.
   *
   * Delivered or not. It is sent before the answer comes, which shows the attempt; if it fails, the schedule begins anew.
   *
   * Needs the scope `webhooks:write`.
   */
  resendDelivery: Command<'resendDelivery'>;

  /**
   * Try an endpoint.
   *
   * Sends `webhook.ping` before the answer comes, which shows the attempt. It is tried once.
   *
   * Needs the scope `webhooks:write`.
   */
  pingWebhookEndpoint: Command<'pingWebhookEndpoint'>;

  /**
   * Have past events sent again.
   *
   * Everything that was recorded in a window of time, or what was missed: never delivered since the endpoint was well. They are sent off in the order of the feed, several at once, as fast as the endpoint takes them; the endpoint shows how far it has come.
   *
   * Needs the scope `webhooks:write`.
   */
  replayWebhooks: Command<'replayWebhooks'>;

  /**
   * Rehearse an event, in a sandbox.
   *
   * Sends the example of the catalogue, marked with `"rehearsal": true`, to one endpoint or to all that want its type. It never happened: no record and no list of events shows it.
   *
   * Needs the scope `webhooks:write`.
   */
  fireEvent: Command<'fireEvent'>;
}
