import type { Endpoint } from '../../functions/_kit/implement.ts';
import type { Entries } from '../../local/entries.ts';
import { type Cast, factorOf } from './cast.ts';
import { chanceOf, pickWeighted } from './chance.ts';
import { generatorOf } from './generators/all.ts';
import type { Ask, Drawing } from './generators/generator.ts';
import type { focuses } from './generators/quoting.ts';
import type { Known } from './known.ts';
import { type Tenant, tenants } from './platform.ts';
import type { SimulatedProvider } from './provider.ts';

export type Focus = (typeof focuses)[number];
export type Drawn = { readonly endpoint: Endpoint; readonly ask: Ask; readonly tenant: Tenant };

const sale = ['registerCustomer', 'createQuote', 'bindPolicy'];
const openings: Readonly<Record<Focus, readonly string[]>> = {
  'return-freight': [...sale, 'recordMilestone', 'reportClaim'],
  'device-protection': [...sale, 'bindPolicy', 'reportClaim', 'listClaimsToDecide', 'assessClaim', 'approveClaim'],
  'flight-delay': [...sale, 'bindPolicy'],
};
/** How a seed's story begins, so that thirty commands get as far as claims. */
export const openingOf = (focus: Focus): readonly string[] => openings[focus];

/** Not everything can be asked at every time: an operation that finds nothing to ask about is drawn again. */
const triesMax = 6;
/** After how many commands of the opening a day passes where devices are sold: their cover begins on the next. */
export const soldByEvening = 3;
/** Most of a seed's story happens with one tenant: with the live one, or in a sandbox. */
const homesOf = (seed: number) => {
  const inSandbox = chanceOf(seed, 'home').happens(0.4);
  return (home: boolean): readonly [Tenant, Tenant] =>
    home === inSandbox ? [tenants[1], tenants[0]] : [tenants[0], tenants[1]];
};

type Setup = {
  readonly seed: number;
  readonly entries: Entries;
  readonly cast: Cast;
  readonly provider: SimulatedProvider;
  readonly focus: Focus;
  readonly now: (tenant: Tenant) => string;
  readonly knownTo: (tenant: Tenant) => Known;
};

/** Draws the operation of the n-th command and a request for it; each number has a stream of chance of its own. */
export const drawer = ({ seed, entries, cast, provider, focus, now, knownTo }: Setup) => {
  const byId = new Map(entries.endpoints.map((endpoint) => [endpoint.contract.id, endpoint]));
  const weights = Object.fromEntries(
    [...byId].map(([id, endpoint]) => [id, generatorOf(endpoint).weight * factorOf(cast, endpoint.contract)]),
  );
  const opening = openingOf(focus);
  const tenantOf = homesOf(seed);

  const drawOne = (id: string, drawing: Drawing): Omit<Drawn, 'tenant'> | undefined => {
    const endpoint = byId.get(id);
    const ask = endpoint === undefined ? undefined : generatorOf(endpoint).draw(drawing);
    return endpoint === undefined || ask === undefined ? undefined : { endpoint, ask };
  };

  return (n: number): Drawn | undefined => {
    const chance = chanceOf(seed, `command ${n}`);
    const [tenant, other] = tenantOf(n <= opening.length || chance.happens(0.85));
    let count = 0;
    const serial = (): number => {
      count += 1;
      return n * 10 + (count % 10);
    };
    const drawing = {
      ...{ chance, known: knownTo(tenant), others: knownTo(other), provider, focus, now: now(tenant), serial },
      smooth: n <= opening.length,
    };
    let made = drawOne(opening[n - 1] ?? pickWeighted(chance, weights), drawing);
    for (let tries = 1; tries < triesMax && made === undefined; tries += 1)
      made = drawOne(pickWeighted(chance, weights), drawing);
    return made === undefined ? undefined : { ...made, tenant };
  };
};
