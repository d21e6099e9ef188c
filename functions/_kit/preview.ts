import type { RefusalCatalogue } from '../../domain/shared/refusal.ts';
import { epochSeconds, type Instant, plusSeconds } from './clock.ts';
import { base64url, hmac, sameSecret } from './crypto.ts';
import { canonicalJson } from './record.ts';

/** How long a preview can be confirmed, in seconds of wall time. */
export const previewSeconds = 900;

/** What every operation refuses that confirms a preview. */
export const previewRefusals = {
  'preview-invalid': {
    kind: 'not-eligible',
    title: 'This preview is not one of this request',
    titleZh: '预览凭证与本次请求不符',
    happened: 'The preview token is not ours, or it was given for another object, another operation or another body.',
    remedy:
      'Ask for a preview of exactly this request, and send its token with the same body, under a new Idempotency-Key.',
    example: {},
  },
  'preview-expired': {
    kind: 'gone',
    title: 'The preview has expired',
    titleZh: '预览已过期',
    happened: 'A preview can be confirmed for fifteen minutes; this one is older.',
    remedy: 'Ask for a new preview, show it, and confirm that one under a new Idempotency-Key.',
    example: {},
  },
  'preview-outdated': {
    kind: 'conflict',
    title: 'What was previewed has changed',
    titleZh: '预览内容已变化',
    happened: 'Since the preview the object has changed, or the same request would now move another amount.',
    remedy:
      'Ask for a new preview, show what is different, and confirm that one under a new Idempotency-Key. Nothing was written.',
    example: {},
  },
} as const satisfies RefusalCatalogue;

/** What a preview was given for, and what it showed. */
export type Previewed = {
  readonly operation: string;
  readonly object: { readonly kind: string; readonly id: string; readonly seq: number };
  /** The request without the token. */
  readonly body: unknown;
  /** Everything that was shown or that it rests on: amounts, the rule, the product version. */
  readonly shown: unknown;
};

type Payload = { readonly v: number; readonly r: string; readonly s: string; readonly e: number };

const digest = (secret: Uint8Array, name: string, value: unknown): string =>
  base64url(hmac(secret, 'previewed', name, canonicalJson(value)).subarray(0, 12));

const macOf = (secret: Uint8Array, payload: string): string =>
  base64url(hmac(secret, 'preview', payload).subarray(0, 18));

const requestOf = (secret: Uint8Array, { operation, object, body }: Previewed): string =>
  digest(secret, 'request', [operation, object.kind, object.id, body]);

/**
 * Signs a preview with the tenant's secret. The token names what was asked, what was shown, the object's version and
 * its own end; so it is good for one request, until the object changes, which its own use does.
 */
export const signPreview = (secret: Uint8Array, previewed: Previewed, wall: Instant) => {
  const expiresAt = plusSeconds(wall, previewSeconds);
  const payload: Payload = {
    v: previewed.object.seq,
    r: requestOf(secret, previewed),
    s: digest(secret, 'shown', previewed.shown),
    e: epochSeconds(expiresAt),
  };
  const text = base64url(Buffer.from(JSON.stringify(payload)));
  return { token: `${text}.${macOf(secret, text)}`, expiresAt };
};

const payloadOf = (secret: Uint8Array, token: string): Payload | undefined => {
  const [text = ''] = token.split('.');
  // Nothing of it is read before its signature has been: it is ours, so it has our form.
  return sameSecret(token, `${text}.${macOf(secret, text)}`)
    ? JSON.parse(Buffer.from(text, 'base64url').toString())
    : undefined;
};

/** Why a token does not confirm a request as it stands now; undefined where it does. */
export const objectionToPreview = (
  secret: Uint8Array,
  token: string,
  present: Previewed,
  wall: Instant,
): keyof typeof previewRefusals | undefined => {
  const payload = payloadOf(secret, token);
  if (payload === undefined || payload.r !== requestOf(secret, present)) return 'preview-invalid';
  if (epochSeconds(wall) >= payload.e) return 'preview-expired';
  const same = payload.v === present.object.seq && payload.s === digest(secret, 'shown', present.shown);
  return same ? undefined : 'preview-outdated';
};
