import { describe, expect, it } from 'vitest';
import { allowedHeaders, exposedHeaders } from '../../functions/_kit/http/cors.ts';
import { routeKeyOf } from '../../functions/_kit/http/route.ts';
import { limitOf, limitsOf } from '../../functions/_kit/limits.ts';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { operations } from '../support/held/document.ts';
import { synthesise } from './synth.ts';

const capabilities = await loadCapabilities();
const contracts = capabilities.flatMap(({ endpoints }) => Object.values(endpoints));

/** Nobody has to say who he is here, and none has a limit of its own. */
const open = contracts.filter(
  ({ caller, limit }) => (caller === 'public' || caller === 'anyone') && limit === undefined,
);

type Throttle = { readonly ThrottlingRateLimit: number; readonly ThrottlingBurstLimit: number };

const throttlesOf = ({ of }: ReturnType<typeof synthesise>) => {
  const [stage] = of('AWS::ApiGatewayV2::Stage');
  const { DefaultRouteSettings: all, RouteSettings: routes } = stage?.Properties ?? {};
  return {
    all: all as Throttle,
    routes: routes as Readonly<Record<string, Throttle>>,
  };
};

describe.each(['dev', 'prod'] as const)('the gateway of %s', (name) => {
  const synthesised = synthesise(capabilities, name);
  const { all, routes } = throttlesOf(synthesised);

  it('has a throttle for every route, once the route is there', () => {
    const made = synthesised.of('AWS::ApiGatewayV2::Route');
    expect(Object.keys(routes).toSorted()).toEqual(made.map(({ Properties }) => Properties['RouteKey']).toSorted());
    const stacks = capabilities.map((one) => `bindery-${name}-${one.name}`);
    expect(synthesised.leansOn[`bindery-${name}-door`]).toEqual(expect.arrayContaining(stacks));
  });
  it('leads to every operation of the OpenAPI document, and nowhere else', () => {
    const made = synthesised.of('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties['RouteKey']);
    const documented = [...operations.values()].map(({ method, path }) => `${method} ${path}`);
    expect(made.toSorted()).toEqual(documented.toSorted());
  });
  it('gives no operation more than a quarter of what it takes: a flood on one leaves room for the others', () => {
    for (const [route, { ThrottlingRateLimit, ThrottlingBurstLimit }] of Object.entries(routes)) {
      expect(ThrottlingRateLimit, route).toBeLessThanOrEqual(all.ThrottlingRateLimit / 4);
      expect(ThrottlingBurstLimit, route).toBeLessThanOrEqual(all.ThrottlingBurstLimit / 4);
    }
  });
  it.each(contracts.map((one) => [one.id, one] as const))('takes more of %s than one caller may ask', (_id, one) => {
    const throttle = routes[routeKeyOf(one)];
    for (const { rate } of limitsOf(one)) {
      expect(throttle?.ThrottlingRateLimit).toBeGreaterThanOrEqual(2 * rate.perSecond);
      expect(throttle?.ThrottlingBurstLimit).toBeGreaterThan(rate.burst);
    }
  });
  it.each(open.map((one) => [one.id, one] as const))(
    'takes of %s ten times what one address has at once',
    (_id, one) => {
      const throttle = routes[routeKeyOf(one)];
      expect(throttle?.ThrottlingRateLimit).toBeGreaterThanOrEqual(10 * limitOf(one).burst);
      expect(throttle?.ThrottlingBurstLimit).toBeGreaterThanOrEqual(10 * limitOf(one).burst);
    },
  );
  it('takes less of what few may ask than of what all may', () => {
    const rateOf = (route: string) => routes[route]?.ThrottlingRateLimit ?? 0;
    expect(rateOf('POST /v1/sandboxes')).toBe(10);
    expect(rateOf('POST /v1/quotes')).toBe(all.ThrottlingRateLimit / 4);
  });
  it('has open operations to be measured', () => {
    expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(['verifyPolicy', 'getHealth']));
  });
  it('tells browsers of the same headers as the functions behind it', () => {
    const [api] = synthesised.of('AWS::ApiGatewayV2::Api');
    expect(api?.Properties['CorsConfiguration']).toMatchObject({
      AllowHeaders: allowedHeaders,
      ExposeHeaders: exposedHeaders,
    });
  });
});
