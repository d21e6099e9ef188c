import { accept, type Decision, refuse } from '../shared/decision.ts';
import { looksLikeAddress } from './public-address.ts';

/** What a deployment lets webhooks reach. */
export type TargetRules = {
  /** The AWS account of the platform itself: a tenant may not name its buses. */
  readonly ownAccount?: string | undefined;
  /** On a laptop alone: `http://localhost:<port>` is an address too. */
  readonly loopback: boolean;
};
export type Target = { readonly url?: string; readonly eventBusArn?: string };

/** Names that resolve inside a network, or that no public name may end in (RFC 6761, RFC 6762, RFC 8375, ICANN). */
const inward = [
  ...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'arpa'],
  ...['invalid', 'test', 'onion', 'alt', 'amazonaws.com.internal', 'nip.io', 'sslip.io', 'xip.io', 'localtest.me'],
  ...['lvh.me', 'lacolhost.com', 'vcap.me', 'svc', 'consul', 'ec2.internal'],
];
const hostMax = 253;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
/** A host as it was written, before the URL standard turns `ⅼocalhost` or `0x7f.1` into something else. */
const written = /^https?:\/\/([^/?#\\]*)/i;
const portMin = 1_024;

const objectionToHost = (host: string): string | undefined => {
  if (looksLikeAddress(host.replace(/^\[|\]$/g, ''))) return 'address-instead-of-name';
  const labels = host.split('.');
  if (host.length > hostMax || labels.length < 2 || !labels.every((one) => label.test(one))) return 'no-public-name';
  if (labels.some((one) => one.startsWith('xn--'))) return 'name-not-plain';
  return inward.some((name) => host === name || host.endsWith(`.${name}`)) ? 'private-name' : undefined;
};

const isLoopback = ({ protocol, hostname, port, username, hash }: URL): boolean =>
  protocol === 'http:' && hostname === 'localhost' && port !== '' && username === '' && hash === '';

/** Before the host: how, as whom, and by which door. */
const objectionToParts = (url: URL, text: string): string | undefined => {
  if (url.protocol !== 'https:') return 'not-https';
  if (/@/.test(written.exec(text)?.[1] ?? '@')) return 'credentials';
  if (text.includes('#')) return 'fragment';
  return url.port !== '' && Number(url.port) < portMin ? 'port' : undefined;
};

/** What was written and what was understood have to be one name. */
const objectionToWritten = ({ hostname }: URL, text: string): string | undefined => {
  const [, host = ''] = /^([^:]*)(:\d+)?$/.exec(written.exec(text)?.[1] ?? '') ?? [];
  if (host.toLowerCase() === hostname) return objectionToHost(hostname);
  return looksLikeAddress(hostname) ? 'address-instead-of-name' : 'no-url';
};

const objectionToUrl = (text: string, { loopback }: TargetRules): string | undefined => {
  // Control characters, blanks and letters beyond ASCII are what parsers disagree about.
  if (!/^[\x21-\x7e]+$/.test(text) || text.includes('\\')) return 'not-plain-ascii';
  if (!URL.canParse(text)) return 'no-url';
  const url = new URL(text);
  if (loopback && isLoopback(url)) return undefined;
  return objectionToParts(url, text) ?? objectionToWritten(url, text);
};

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/**
 * Whether webhooks may go there at all. What the name resolves to is checked at each connection; this refuses at once
 * what can never be right. Exactly one of address and bus is given.
 */
export const checkTarget = (target: Target, rules: TargetRules): Decision<true, 'target-refused'> => {
  const { url, eventBusArn } = target;
  if ((url === undefined) === (eventBusArn === undefined))
    return refuse('target-refused', { reason: 'one-of-url-and-bus' });
  if (eventBusArn !== undefined)
    return accountOf(eventBusArn) === rules.ownAccount
      ? refuse('target-refused', { reason: 'own-account' })
      : accept(true);
  const reason = objectionToUrl(url ?? '', rules);
  return reason === undefined ? accept(true) : refuse('target-refused', { reason });
};
