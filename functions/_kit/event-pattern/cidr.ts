import { BlockList, isIP } from 'node:net';

const bitsOf = { 4: 32, 6: 128 } as const;

type Block = { readonly network: string; readonly prefix: number; readonly family: 4 | 6 };

/** Reads `10.0.0.0/24` or `2001:db8::/32`; undefined for what is neither. */
export const blockOf = (cidr: string): Block | undefined => {
  const [network = '', length = '', ...more] = cidr.split('/');
  const family = isIP(network);
  if ((family !== 4 && family !== 6) || more.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const prefix = Number(length);
  return prefix > bitsOf[family] ? undefined : { network, prefix, family };
};

const named = (family: 4 | 6) => (family === 4 ? 'ipv4' : 'ipv6');

/** Says that an address lies in a block; an address of the other family never does. */
export const liesIn = (cidr: string, address: string): boolean => {
  const block = blockOf(cidr);
  if (block === undefined || isIP(address) !== block.family) return false;
  const list = new BlockList();
  list.addSubnet(block.network, block.prefix, named(block.family));
  return list.check(address, named(block.family));
};
