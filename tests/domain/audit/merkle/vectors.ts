/**
 * Published test vectors of RFC 6962 trees, bytes in hex: transparency-dev/merkle (Apache-2.0), `happy-path.json` in
 * `testdata/inclusion/<n>/` and `testdata/consistency/<n>/`, with the leaves and roots of `proof/verify_test.go`.
 */
export const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
] as const;

/** The roots of the trees over the first leaf, the first two, and so on. */
export const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
] as const;

const known = {
  leaf1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  leaf2: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  leaf5: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  leaf7: 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  pair1: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  pair2: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  pair3: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  pair4: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  four1: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  four2: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
};

/** `index` counts from 0. */
export const inclusionProofs = [
  { index: 0, size: 1, path: [] },
  { index: 0, size: 8, path: [known.leaf2, known.pair2, known.four2] },
  { index: 5, size: 8, path: [known.leaf5, known.pair4, known.four1] },
  { index: 2, size: 3, path: [known.pair1] },
  { index: 1, size: 5, path: [known.leaf1, known.pair2, known.leaf5] },
] as const;

export const consistencyProofs = [
  { first: 1, second: 1, path: [] },
  { first: 1, second: 8, path: [known.leaf2, known.pair2, known.four2] },
  { first: 6, second: 8, path: [known.pair3, known.pair4, known.four1] },
  { first: 2, second: 5, path: [known.pair2, known.leaf5] },
  { first: 6, second: 7, path: [known.pair3, known.leaf7, known.four1] },
] as const;

export const emptyTree = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
export const someHash = 'abacaba000000000000000000000000000000000000000000060061e00123456';
/** "WrongLeaf" and "WrongRoot", which are too short for hashes. */
export const wrongLeaf = '57726f6e674c656166';
export const wrongRoot = '57726f6e67526f6f74';
/** "don't care 1" and "don't care 2". */
export const anyRoots = ['646f6e277420636172652031', '646f6e277420636172652032'] as const;

/** The root of a list of leaves' hashes, as RFC 6962 §2.1 writes it down. */
export const plainRoot = (node: (left: string, right: string) => string, hashes: readonly string[]): string => {
  if (hashes.length <= 1) return hashes[0] ?? emptyTree;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return node(plainRoot(node, hashes.slice(0, split)), plainRoot(node, hashes.slice(split)));
};

/** The same text in hex with one bit turned. */
export const turned = (hex: string, bit: number): string => {
  const bytes = Buffer.from(hex, 'hex');
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return bytes.toString('hex');
};
