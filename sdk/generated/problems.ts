// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.

/** One field that is at fault. */
export type FieldFault = {
  /** JSON Pointer into the request. */
  pointer: string;
  code: string;
  detail: string;
};

/** What is known of a problem by its code. */
export interface Problems {
  /** The amount is above your authority. The roles of the caller approve claims up to the amount that the problem names, in minor units. Ask somebody with a higher band. */
  'above-authority': { status: 403; retryable: false; facts: { amount: number; most: number; currency: string } };
  /** The amount is above what the limits leave. The coverage, its limit per claim and the earlier claims of the term leave less than this amount. Assess at most the remaining amount that the problem names, in minor units. */
  'above-remaining-limit': { status: 422; retryable: false; facts: { amount: number; remaining: number } };
  /** No such alert. There is no alert with this id, or it belongs to another tenant. List the open alerts with GET /v1/alerts. */
  'alert-not-found': { status: 404; retryable: false; facts: { alertId: string } };
  /** The alert is in no state for this. An alert is taken on once and closed once; this one is past what was asked. Read the alert to see who acted on it, and when. */
  'alert-state-refuses': { status: 409; retryable: false; facts: { status: string; command: string } };
  /** The assessment is another one by now. The amount to be approved is not the amount that the claim is assessed at. Read the claim with its calculation again, and approve the amount that stands. */
  'assessment-changed': { status: 409; retryable: false; facts: { assessed: number } };
  /** No such basket. There is no basket with this id, or it belongs to another tenant. Compare the id with the one that was answered when the basket was decided. */
  'basket-not-found': { status: 404; retryable: false; facts: { basketId: string } };
  /** The body is too large. The body is larger than this API accepts. Send at most the number of bytes that the problem names. */
  'body-too-large': { status: 413; retryable: false; facts: { maxBytes: number } };
  /** The policy can no longer be cancelled. Under the product’s rules no cancellation window is open any more. Nothing is returned after this point; the terms name the windows. */
  'cancellation-closed': { status: 409; retryable: false; facts: { status: string } };
  /** Another command kept winning. Other commands changed the same object five times while this one tried. Nothing was written. Send the same request with the same key again after Retry-After. */
  'changed-meanwhile': { status: 409; retryable: true; facts: Record<string, never> };
  /** No such checkpoint. There is no signed checkpoint with this number yet, or none at all. Ask for `latest`; the first is signed within ten minutes after the first command. */
  'checkpoint-not-found': { status: 404; retryable: false; facts: { checkpoint: number } };
  /** The checkpoint in `since` is not older. A consistency proof leads from an older checkpoint to a newer one, and `since` names a newer one. Put the older number into `since` and the newer one, or `latest`, into the path. */
  'checkpoint-not-older': { status: 409; retryable: false; facts: { since: number; checkpoint: number } };
  /** A claim on this coverage is open already. The coverage pays one claim at a time, and one that is not closed yet stands against it. Follow the claim that the problem names; a new one can be made once it is rejected. */
  'claim-already-open': { status: 409; retryable: false; facts: { claimId: string } };
  /** Answers of the claim form are missing or malformed. At least one answer of the product’s claim form is missing, unknown, of the wrong type or out of range. Correct the fields that the pointers name, all at once, and report again. */
  'claim-form-invalid': { status: 422; retryable: false; facts: Record<string, never>; errors: readonly FieldFault[] };
  /** No such claim. There is no claim with this id, or it belongs to another tenant. Compare the id with the one that the first notice answered. */
  'claim-not-found': { status: 404; retryable: false; facts: { claimId: string } };
  /** A claim is open. A policy with an open claim cannot be cancelled until the claim is decided. Wait for the decision on the claim that the problem names. */
  'claim-open': { status: 409; retryable: false; facts: { claimId: string } };
  /** The claim is in no state for this. What was asked is not possible in the status that the claim has. Read the claim and compare its status with the lifecycle in the reference. */
  'claim-state-refuses': { status: 409; retryable: false; facts: { status: string; command: string } };
  /** The claims of the term are used up. The coverage pays so many claims in one term, and they have been approved; or a claim has ended the cover. Nothing more can be claimed on it in this term; the clause that is named says how much was insured. */
  'claims-used-up': { status: 422; retryable: false; facts: { clauses: readonly string[]; claimsPerTerm?: number | undefined } };
  /** The calendar ends there. The advance would end after the year 9000; what is sold there would end where no calendar goes. Advance by less, or set an instant of this calendar. */
  'clock-beyond-calendar': { status: 422; retryable: false; facts: { last: string } };
  /** The clock is on its way already. An earlier advance has not come to its end; two at once would mix their order. Ask GET /v1/clock until its status is `ready`, then advance again under a new idempotency key. */
  'clock-is-advancing': { status: 409; retryable: false; facts: { to: string } };
  /** Time does not go back. The instant does not lie ahead of the sandbox’s time; what has happened cannot come again. Name a later instant or a span. To begin at an earlier time, make a new sandbox. */
  'clock-only-goes-forward': { status: 409; retryable: false; facts: { now: string } };
  /** The policy does not include this coverage. The product has no such coverage, or the plan that was bought does not include it. Read the policy’s certificate and claim on one of its coverages. */
  'coverage-not-included': { status: 422; retryable: false; facts: { coverage: string } };
  /** No such credential. There is no credential with this id, or it belongs to another tenant. List your credentials with GET /v1/credentials. */
  'credential-not-found': { status: 404; retryable: false; facts: { credentialId: string } };
  /** The credential is in no state for this. The credential has been revoked, or was issued already. Issue a new credential with POST /v1/credentials; a revoked one never comes back. */
  'credential-state-refuses': { status: 409; retryable: false; facts: { status: string; command: string } };
  /** The customer is already registered. A customer with this identity document, or else with this telephone number, exists already. Use the customer id that the problem names. */
  'customer-already-registered': { status: 409; retryable: false; facts: { customerId: string } };
  /** No such customer. There is no customer with this id, or it belongs to another tenant. Register the customer first with POST /v1/customers, or look them up with POST /v1/customers/find. */
  'customer-not-found': { status: 404; retryable: false; facts: { customerId?: string | undefined } };
  /** No such delivery. The endpoint has no delivery with this id. List the deliveries of the endpoint. */
  'delivery-not-found': { status: 404; retryable: false; facts: { deliveryId: string } };
  /** Required disclosures are not acknowledged. Every required text must be shown and acknowledged one by one, with the hash of the text that was shown. Show the texts that the problem names and send their codes with the content hashes of the offer. */
  'disclosures-not-acknowledged': { status: 422; retryable: false; facts: { missing: readonly string[] } };
  /** No such endpoint. There is no endpoint with this id, or it belongs to another tenant. List your endpoints with GET /v1/webhook-endpoints. */
  'endpoint-not-found': { status: 404; retryable: false; facts: { endpointId: string } };
  /** The endpoint is in no state for this. The endpoint is disabled, enabled already, or deleted. Read the endpoint; a disabled one is enabled first, a deleted one never comes back. */
  'endpoint-state-refuses': { status: 409; retryable: false; facts: { status: string; command: string } };
  /** The loss is excluded. The answers show that the exclusions which the problem names apply. Read those exclusions in the terms; correct the answers if they do not describe what happened. */
  excluded: { status: 422; retryable: false; facts: { clauses: readonly string[] } };
  /** The findings do not fit the coverage. A corrected answer or a tier is unknown to the claim form or to the coverage, or out of range. Correct the fields that the pointers name, all at once, and assess again. */
  'findings-invalid': { status: 422; retryable: false; facts: Record<string, never>; errors: readonly FieldFault[] };
  /** The token does not allow this operation. The token is valid, but it lacks the scope or the role that this operation needs. Ask for a token with the scope or role that the problem names. */
  forbidden: { status: 403; retryable: false; facts: { needs: string } };
  /** The Idempotency-Key header is missing. This operation changes something, so it needs a key under which it can be retried safely. Send an `Idempotency-Key` header of 8 to 255 visible ASCII characters, a new one for each intent. */
  'idempotency-key-missing': { status: 400; retryable: false; facts: Record<string, never> };
  /** The Idempotency-Key was used for another request. In your tenant (staff: by you) this key stands for another path or body of this operation. Send the first request again to get its answer, or use a new key. */
  'idempotency-key-reused': { status: 422; retryable: false; facts: Record<string, never> };
  /** The loss lies in the waiting period. Losses before the end of the waiting period are not covered; a loss at its very end is. Losses from that instant on can be claimed. */
  'in-waiting-period': { status: 422; retryable: false; facts: { occurredAt: string; waitingEnds: string } };
  /** No such entry in the inbox. There is no webhook with this id in the inbox, or it belongs to another tenant, or its time is over. List the inbox and use one of its ids; entries are kept for 400 days. */
  'inbox-entry-not-found': { status: 404; retryable: false; facts: { entryId: string } };
  /** Something is wrong on our side. The platform met a case it does not handle. Nothing was acknowledged. Retry with the same key; if it persists, tell us the request id. */
  internal: { status: 500; retryable: true; facts: Record<string, never> };
  /** The client is not known by this id and secret. The client id is not known, the secret is not one of its live ones, or the credential was revoked. Check both values, or issue a new secret with a credential that may manage credentials. */
  'invalid-client': { status: 401; retryable: false; facts: Record<string, never> };
  /** Answers are missing or malformed. At least one answer of the basket is missing, unknown, of the wrong type or out of range. Correct the fields that the pointers name, all at once, and quote again. */
  'invalid-inputs': { status: 422; retryable: false; facts: { pointers: readonly string[] }; errors: readonly FieldFault[] };
  /** The request is not valid. A field of the body, the path or the query is missing, unknown, of the wrong type or out of range. Mend every field that `errors` lists; each has a JSON Pointer and a sentence. Nothing was written. */
  'invalid-request': { status: 422; retryable: false; facts: Record<string, never>; errors: readonly FieldFault[] };
  /** The credential does not have this scope. A scope was asked for that the credential does not have. Ask for scopes that it has, or leave `scope` out for all of them. */
  'invalid-scope': { status: 400; retryable: false; facts: Record<string, never> };
  /** This is the last credential that can manage credentials. Without it nobody of the tenant could make or revoke a credential any more. Issue another credential with the scope credentials:write first. */
  'last-manager': { status: 409; retryable: false; facts: { credentialId: string } };
  /** This is the only secret of the credential. Without this secret the credential could earn no token any more. Add another secret first, or revoke the whole credential. */
  'last-secret': { status: 409; retryable: false; facts: { credentialId: string } };
  /** This is the only signing secret of the endpoint. Without this secret nothing could be signed for the endpoint any more. Add another secret first, or delete the endpoint. */
  'last-webhook-secret': { status: 409; retryable: false; facts: { endpointId: string } };
  /** The limit of the coverage is used up. Earlier claims of the term have consumed all that this coverage pays. Nothing more can be claimed on it in this term; the clause that is named says how much was insured. */
  'limit-used-up': { status: 422; retryable: false; facts: { clauses: readonly string[] } };
  /** The loss lies in the future. A loss can be reported only once it has happened. Report it with the time at which it happened, including the UTC offset. */
  'loss-after-report': { status: 422; retryable: false; facts: { occurredAt: string } };
  /** The body is not JSON. The body could not be parsed as JSON, nests too deeply, or holds characters that no text needs. Send one JSON document in UTF-8, at most 16 levels deep, without NUL, lone surrogates or `__proto__` keys. */
  'malformed-json': { status: 400; retryable: false; facts: { reason: string } };
  /** The URL is malformed. The path or the query holds an escape that no text has. Encode the URL as UTF-8 with percent escapes. */
  'malformed-url': { status: 400; retryable: false; facts: Record<string, never> };
  /** This path has no such method. The path exists, but not with this method. Use a method that the Allow header names. */
  'method-not-allowed': { status: 405; retryable: false; facts: { allow: readonly string[] } };
  /** The milestone lies in the future. An event can only be reported once it has happened. Report it again when it has happened, with its own time. */
  'milestone-in-future': { status: 422; retryable: false; facts: { occurredAt: string } };
  /** The product knows no such milestone. The period of this product does not begin or end with this event. Report one of the milestones that the problem names. */
  'milestone-not-in-product': { status: 422; retryable: false; facts: { known: readonly string[] } };
  /** The milestone comes before the one that begins cover. Cover must have begun before the event that ends it can be reported. Report the beginning of cover first. */
  'milestone-out-of-order': { status: 409; retryable: false; facts: { milestone: string; needs: string } };
  /** It is too late to insure this. A condition that depends on time, such as a cut-off before departure, has passed since the quote. Nothing can be bound for this object any more. */
  'no-longer-eligible': { status: 422; retryable: false; facts: { reasons: readonly string[] } };
  /** There is nothing here. No operation has this method and path, or what it names does not exist for this caller. Compare the method and the path with the reference at /docs. */
  'not-found': { status: 404; retryable: false; facts: Record<string, never> };
  /** The policy was not in force at the time of the loss. The loss lies before the first instant of cover, or at its end or later; the end itself is not covered. Compare the time of the loss with the period of the policy. */
  'not-in-force': { status: 422; retryable: false; facts: { occurredAt: string } };
  /** Nothing was missed. The endpoint was well all the time since its last replay of what it had missed. Replay a window of time instead. */
  'nothing-missed': { status: 409; retryable: false; facts: { endpointId: string } };
  /** There is nothing to pay. The claim is assessed at nothing, and an approval of nothing would be a rejection without reasons. Reject the claim with its reasons, or have it assessed again. */
  'nothing-to-approve': { status: 422; retryable: false; facts: { claimId: string } };
  /** There is nothing to settle. No premium that the partner collected has moved since the last statement. Close a statement again when policies were sold or cancelled on credit terms. */
  'nothing-to-settle': { status: 409; retryable: false; facts: { after: number } };
  /** No such notification. There is no notification with this id, or it belongs to another tenant. Check the id: GET /v1/notifications lists them by policy and by customer. */
  'notification-not-found': { status: 404; retryable: false; facts: { notificationId: string } };
  /** The object is already insured. A policy that still lives insures the same order, device or passenger on a flight. Use the policy that the problem names, or cancel it first. */
  'object-already-insured': { status: 409; retryable: false; facts: { policyId: string } };
  /** No such object. There is no object with this id, or it belongs to another tenant. Ask for the history of an id that this API answered: a policy, claim, customer, statement or alert. */
  'object-not-found': { status: 404; retryable: false; facts: { objectId: string } };
  /** The offer is already declined. That the buyer declined this offer has been recorded before. Nothing more is needed: the basket that the problem names says so. */
  'offer-already-declined': { status: 409; retryable: false; facts: { basketId: string } };
  /** Nobody approves their own assessment. The person who assessed a claim and the person who approves it must be two people. Ask another approver. */
  'own-assessment': { status: 403; retryable: false; facts: { claimId: string } };
  /** Credentials for people are made in a sandbox only. Roles of the insurer’s people were asked for, and this tenant is no sandbox. Leave `roles` out, or play the insurer in a sandbox made with POST /v1/sandboxes. */
  'people-need-a-sandbox': { status: 403; retryable: false; facts: Record<string, never> };
  /** The person has no place here. The directory names no tenant for this person, or no group that is a role in force. Ask whoever keeps the directory to put the person into a group that GET /v1/roles lists, then log in again. */
  'person-not-placed': { status: 400; retryable: false; facts: Record<string, never> };
  /** No such policy. There is no policy with this id, or it belongs to another tenant. Compare the id with the one that the bind answered. */
  'policy-not-found': { status: 404; retryable: false; facts: { policyId: string } };
  /** The policy is in no state for this. What was asked is not possible in the status that the policy has. Read the policy and compare its status with the lifecycle in the reference. */
  'policy-state-refuses': { status: 409; retryable: false; facts: { status: string; command: string } };
  /** The preview has expired. A preview can be confirmed for fifteen minutes; this one is older. Ask for a new preview, show it, and confirm that one under a new Idempotency-Key. */
  'preview-expired': { status: 410; retryable: false; facts: Record<string, never> };
  /** This preview is not one of this request. The preview token is not ours, or it was given for another object, another operation or another body. Ask for a preview of exactly this request, and send its token with the same body, under a new Idempotency-Key. */
  'preview-invalid': { status: 422; retryable: false; facts: Record<string, never> };
  /** What was previewed has changed. Since the preview the object has changed, or the same request would now move another amount. Ask for a new preview, show what is different, and confirm that one under a new Idempotency-Key. Nothing was written. */
  'preview-outdated': { status: 409; retryable: false; facts: Record<string, never> };
  /** The price cannot be reproduced. The tariff of the quoted version gives another price than the offer; nothing was bound. Quote again, and report the offer id to us. */
  'price-changed': { status: 409; retryable: false; facts: { quoted: number } };
  /** The product is not on sale. The product was suspended or withdrawn after the quote. Offer another product; policies in force are not affected. */
  'product-not-active': { status: 409; retryable: false; facts: { status: string } };
  /** No such product. There is no product with this id, or it never had this version. List the products with GET /v1/products and use one of their ids. */
  'product-not-found': { status: 404; retryable: false; facts: { productId: string } };
  /** The offer is already bound. An offer is bound at most once, and this one has been, under another idempotency key. Use the policy that the problem names; quote again to insure something else. */
  'quote-already-bound': { status: 409; retryable: false; facts: { policyId: string } };
  /** The offer has expired. The offer stood until the instant given; from that instant on it does not bind. Quote again and show the buyer the new price. */
  'quote-expired': { status: 410; retryable: false; facts: { expiredAt: string } };
  /** The insured object is not the one quoted. An identifying answer is missing or differs from the one that was quoted. Send the answers that were quoted, or quote again. */
  'quote-mismatch': { status: 409; retryable: false; facts: { fields: readonly string[] } };
  /** The offer token is not ours. The signature does not fit the token, or another partner was given it. Send the token exactly as it was received, or quote again. */
  'quote-tampered': { status: 422; retryable: false; facts: Record<string, never> };
  /** Too many requests. The named limit of this operation is used up. Nothing was done, and no key was used. Send the same request again after Retry-After; RateLimit says what is left. */
  'rate-limited': { status: 429; retryable: true; facts: { limit: string; requests: number; windowSeconds: number } };
  /** The reason is none of this product. A rejection rests on exclusions of the product or on a documented code, and on nothing else. Give at least one of the reasons that the problem names. */
  'reason-not-in-product': { status: 422; retryable: false; facts: { known: readonly string[] } };
  /** A replay is running already. The endpoint has a replay that has not ended yet. Wait until the endpoint shows that it has ended. */
  'replay-running': { status: 409; retryable: false; facts: { replayId: string } };
  /** The request took too long to arrive. The body did not arrive whole in time, or the connection broke while it was sent. Send the request again over a better connection. */
  'request-timeout': { status: 408; retryable: true; facts: Record<string, never> };
  /** There is no such role. A role that was asked for is not in force. Take a role from GET /v1/roles. */
  'role-unknown': { status: 422; retryable: false; facts: { role: string } };
  /** This is for sandboxes. A live tenant has only real time and real events; nothing in it can be played. Use the credentials of a sandbox; POST /v1/sandboxes makes one. */
  'sandbox-only': { status: 403; retryable: false; facts: Record<string, never> };
  /** Your token does not cover these rights. A credential gives or takes away only rights that its own token carries. Use a token with at least the scopes that the problem names. */
  'scopes-exceed-own': { status: 403; retryable: false; facts: { missing: readonly string[] } };
  /** No such secret. The credential has no live secret with this id. Read the credential to see its secrets; a revoked one is not listed any more. */
  'secret-not-found': { status: 404; retryable: false; facts: { secretId: string } };
  /** The settlement is not the total of the statement. The amount or the currency differs from what the statement says is owed. Settle exactly the total of the statement, in its currency. */
  'settlement-differs': { status: 422; retryable: false; facts: { total: number; currency: string } };
  /** The statement is already settled. A settlement was booked on this statement before. Book the money on the statement that it belongs to. */
  'statement-already-settled': { status: 409; retryable: false; facts: { reference: string } };
  /** No such statement. There is no statement with this id, or it belongs to another tenant. Compare the id with the one that closing it answered. */
  'statement-not-found': { status: 404; retryable: false; facts: { statementId: string } };
  /** The ID token does not show who asks. The ID token is not one of the directory for this application, has ended, or was earned without a second factor. Log in again, and exchange the new ID token at once. */
  'subject-token-invalid': { status: 400; retryable: false; facts: Record<string, never> };
  /** No token is issued for this target. The exchange asks for a token for another audience or resource than this platform. Leave `audience` and `resource` out. */
  'target-invalid': { status: 400; retryable: false; facts: Record<string, never> };
  /** Nothing is sent to such an address. The address is not a plain HTTPS address of the public internet, or the bus is not one of yours. Give an https:// URL with a public host name, or the ARN of a bus in an AWS account of your own. */
  'target-refused': { status: 422; retryable: false; facts: { reason: string } };
  /** The platform cannot answer right now. A part of the platform did not answer in time, so the outcome is not known here. Send the same request with the same key again after Retry-After; it takes effect at most once. */
  'temporarily-unavailable': { status: 503; retryable: true; facts: Record<string, never> };
  /** The token request is not a form as OAuth 2.0 has it. The body is another type than a form, a field is missing or stands twice, or the client proves itself in two ways at once. Send `grant_type` as `application/x-www-form-urlencoded`, and id and secret as Basic authentication or as fields of the form. */
  'token-request-invalid': { status: 400; retryable: false; facts: Record<string, never> };
  /** The policy has too many claims. No policy takes more claims than the number that is named. Speak to claims service. */
  'too-many-claims': { status: 422; retryable: false; facts: { claimsMax: number } };
  /** The tenant has eight endpoints. A tenant has at most eight endpoints that are not deleted. Delete one that is not used any more, or change one that is. */
  'too-many-endpoints': { status: 422; retryable: false; facts: { most: number } };
  /** The credential has two live secrets. A credential has at most two live secrets: the one in use, and the next. Revoke the secret that is no longer used, then add the new one. */
  'too-many-secrets': { status: 422; retryable: false; facts: { credentialId: string; most: number } };
  /** The endpoint has two live signing secrets. An endpoint has at most two live secrets: the one in use, and the next. A bus has none. Retire the secret that is no longer used, then add the new one. */
  'too-many-webhook-secrets': { status: 422; retryable: false; facts: { endpointId: string; most: number } };
  /** A valid access token is needed. The Authorization header holds no token that this platform issued and that is still valid. Get a token at /oauth/token and send it as `Authorization: Bearer …`. */
  unauthenticated: { status: 401; retryable: false; facts: Record<string, never> };
  /** No such unmatched money. There is no unmatched money with this id, or it belongs to another tenant. List unmatched money and use one of its ids. */
  'unmatched-not-found': { status: 404; retryable: false; facts: { unmatchedId: string } };
  /** This grant is not taken here. `grant_type` names a grant that this platform does not take. Take one of `grant_types_supported` in /.well-known/oauth-authorization-server; systems send `client_credentials`. */
  'unsupported-grant-type': { status: 400; retryable: false; facts: Record<string, never> };
  /** The body must be application/json. The Content-Type header is missing or names another format. Send `Content-Type: application/json`. */
  'unsupported-media-type': { status: 415; retryable: false; facts: { contentType: string } };
  /** The object has another version. If-Match names a version of the object that is not the present one. Nothing was written. Get the object again, and send its new ETag if the change is still wanted. */
  'version-differs': { status: 412; retryable: false; facts: { etag: string } };
  /** The waybill was claimed on before. One returned parcel is paid for once, and another claim holds this waybill. Compare the waybill number with the return label; each return has its own. */
  'waybill-already-used': { status: 409; retryable: false; facts: Record<string, never> };
  /** The webhook cannot be understood. The signature is right, but the body is no JSON of a sane shape, or lacks what every event of its type carries. Send the event as the provider’s API describes it. Nothing was booked; the inbox has kept it. */
  'webhook-not-understood': { status: 422; retryable: false; facts: { type?: string | undefined } };
  /** No such signing secret. The endpoint has no live signing secret with this id. Read the endpoint to see its secrets; a retired one is not listed any more. */
  'webhook-secret-not-found': { status: 404; retryable: false; facts: { secretId: string } };
  /** The webhook signature is not valid. The signature is missing or wrong, or its time lies more than five minutes in the past or the future. Sign the raw body with the current endpoint secret at the time of sending. Nothing was booked. */
  'webhook-signature-invalid': { status: 401; retryable: false; facts: { toleranceSeconds: number } };
}
