import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Capability, capability } from '../../../functions/_kit/contract.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { synthesise } from '../synth.ts';

/** CloudFormation takes 500 resources in a stack; fifty are left for the day on which something has to be added. */
const resourcesMax = 450;

/** Endpoints that nobody needs, and that cost a stack what any other one does. */
const made = (name: string, many: number) =>
  capability(name, {
    endpoints: Object.fromEntries(
      Array.from({ length: many }, (_, at) => [
        `${name}Item${at}`,
        {
          method: 'GET',
          path: `/${name}-${at}`,
          summary: `Item ${at}`,
          caller: 'partner',
          scope: 'policies:read',
          response: z.strictObject({}),
          success: 200,
          refusals: {},
          ...{ reads: ['policy'], writes: [], emits: [], uses: [] },
          ifBroken: `Nobody sees item ${at}.`,
        },
      ]),
    ),
    subscribers: {},
    schedules: {},
  } as never) as unknown as Capability;

const grown = (one: Capability, many: number): Capability => ({
  ...one,
  endpoints: { ...one.endpoints, ...made(one.name, many).endpoints },
});

const capabilities = await loadCapabilities();
const tooLarge = (sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).filter(([, resources]) => resources > resourcesMax);

describe('a stack', () => {
  it('has room for a capability of 150 endpoints, and for ten more in every other one', () => {
    const before = synthesise(capabilities);
    expect(tooLarge(before.sizes)).toEqual([]);
    const after = synthesise([...capabilities.map((one) => grown(one, 10)), made('plenty', 150)]);
    expect(tooLarge(after.sizes)).toEqual([]);
    const routes = ({ of }: typeof before) => of('AWS::ApiGatewayV2::Route').length;
    expect(routes(after) - routes(before)).toBe(150 + 10 * capabilities.length);
  });
});
