import ipaddr from 'ipaddr.js';

/**
 * Within the ranges that IANA has assigned to public use there are some that lead elsewhere: old relays, addresses that
 * carry an IPv4 address inside, and anycast services of one's own network.
 */
const inward: readonly (readonly [string, number])[] = [
  // NAT64, the well-known prefix and the local one (RFC 6052, RFC 8215).
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  // IPv4-compatible, IPv4-translated and 6to4 (RFC 4291, RFC 2765, RFC 3056), Teredo (RFC 4380).
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['2002::', 16],
  ['2001::', 32],
  // Discard, benchmarking, ORCHID, documentation, dummies, segment routing, site-local.
  ['100::', 48],
  ['2001:2::', 48],
  ['2001:10::', 28],
  ['2001:20::', 28],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fec0::', 10],
];
/** Instance metadata, container credentials, clusters' own names, and clouds' public addresses that answer inside. */
const metadata: ReadonlySet<string> = new Set(['168.63.129.16', '100.100.100.200', '192.0.0.192']);

const isGlobalUnicast6 = (address: ipaddr.IPv6): boolean =>
  address.match(ipaddr.IPv6.parse('2000::'), 3) &&
  !inward.some(([net, bits]) => address.match(ipaddr.IPv6.parse(net), bits));

const isPublic4 = (address: ipaddr.IPv4): boolean =>
  address.range() === 'unicast' && !metadata.has(address.toString()) && !address.match(ipaddr.IPv4.parse('0.0.0.0'), 8);

/**
 * Whether an address, as a resolver or a socket gives it, is one of the public internet's. What cannot be read is not,
 * and neither is an IPv6 address that stands for an IPv4 address: whatever it holds, a plain form exists for it.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv4') return ipaddr.IPv4.isValidFourPartDecimal(text) && isPublic4(address as ipaddr.IPv4);
  const six = address as ipaddr.IPv6;
  return (six.zoneId ?? '') === '' && !six.isIPv4MappedAddress() && six.range() === 'unicast' && isGlobalUnicast6(six);
};

/** Whether a text is an address at all, in any form that some resolver takes for one. */
export const looksLikeAddress = (host: string): boolean =>
  ipaddr.isValid(host) || host.includes(':') || /(^|\.)(0x[0-9a-f]*|\d+)$/i.test(host);
