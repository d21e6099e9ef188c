import type { EndpointContract } from '../contract.ts';

type Announced = Pick<EndpointContract, 'deprecated'> & { readonly id: string };

/**
 * Tells every caller of a deprecated endpoint since when it is (RFC 9745), when it goes (RFC 8594), and where the
 * reference says what to call instead.
 */
export const deprecationHeaders = (
  contract: Announced | undefined,
  docsUrl: string,
): Readonly<Record<string, string>> => {
  if (contract?.deprecated === undefined) return {};
  const { since, sunset } = contract.deprecated;
  return {
    deprecation: `@${Date.parse(since) / 1000}`,
    sunset: new Date(sunset).toUTCString(),
    link: `<${docsUrl}/reference/operations/${contract.id}>; rel="deprecation"; type="text/html"`,
  };
};
