import { servedAt } from '../../functions/_kit/contract.ts';
import type { HttpHandler } from '../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../functions/_kit/implement.ts';
import { lambda } from '../../functions/_kit/lambda.ts';
import type { Platform } from '../../functions/_kit/platform.ts';

/** A word of a path: one that is fixed, or the name of a parameter. */
type Segment = { readonly fixed: string } | { readonly param: string };
type Route = { readonly endpoint: Endpoint; readonly segments: readonly Segment[]; readonly handler: HttpHandler };

/** What a path leads to: an entry with its path parameters, a path without this method, or nothing. */
export type Match =
  | { readonly found: 'entry'; readonly endpoint: Endpoint; readonly handler: HttpHandler; readonly params: Params }
  | { readonly found: 'other-methods'; readonly allow: readonly string[] }
  | { readonly found: 'nothing' };
type Params = Readonly<Record<string, string>>;

/** Endpoints of one capability and one kind of caller share a function, unless one asks for its own (design §1). */
const functionOf = ({ contract }: Endpoint): string =>
  contract.ownFunction === true ? contract.id : `${contract.capability} ${contract.caller}`;

const segmentsOf = ({ contract }: Endpoint): readonly Segment[] =>
  servedAt(contract)
    .split('/')
    .map((word) => {
      const param = /^\{(\w+)\}$/.exec(word)?.[1];
      return param === undefined ? { fixed: word } : { param };
    });

const paramsOf = ({ segments }: Route, path: readonly string[]): Params | undefined => {
  const params: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const given = path[at] ?? '';
    if ('fixed' in segment ? segment.fixed !== given : given === '') return undefined;
    if ('param' in segment) params[segment.param] = decodeURIComponent(given);
  }
  return params;
};

const fixedIn = ({ segments }: Route): number => segments.filter((segment) => 'fixed' in segment).length;

/** Makes the routes of all endpoints, each with the function that it shares in the cloud too. */
export const routesOf = (endpoints: readonly Endpoint[], platform: Platform) => {
  const groups = Map.groupBy(endpoints, functionOf);
  const handlers = new Map([...groups].map(([name, members]) => [name, lambda(members, platform)]));
  const nowhere = lambda([], platform);
  const routes = endpoints
    .map((endpoint) => ({
      endpoint,
      segments: segmentsOf(endpoint),
      handler: handlers.get(functionOf(endpoint)) ?? nowhere,
    }))
    // A path whose fixed words fit goes before one whose words are parameters: `/customers/find` before `{id}`.
    .toSorted((a, b) => fixedIn(b) - fixedIn(a));
  const byLength = Map.groupBy(routes, ({ segments }) => segments.length);

  return {
    /** Answers what no route leads to, like any other request. */
    nowhere,
    match: (method: string, path: string): Match => {
      const segments = path.split('/');
      const fitting = (byLength.get(segments.length) ?? []).flatMap((route) => {
        const params = paramsOf(route, segments);
        return params === undefined ? [] : [{ ...route, params }];
      });
      const wanted = method === 'HEAD' ? 'GET' : method;
      const route = fitting.find(({ endpoint }) => endpoint.contract.method === wanted);
      if (route !== undefined) return { found: 'entry', ...route };
      if (fitting.length === 0) return { found: 'nothing' };
      const allow = [...new Set(fitting.map(({ endpoint }) => endpoint.contract.method))].toSorted();
      return { found: 'other-methods', allow };
    },
  };
};
export type Routes = ReturnType<typeof routesOf>;
