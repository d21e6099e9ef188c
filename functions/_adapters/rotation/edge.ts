import {
  type CloudFrontClient,
  type DistributionConfig,
  GetDistributionCommand,
  type Origin,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { originHeader } from '../../_kit/settings.ts';

/** The edge, as far as it proves itself to what is behind it. */
export type Edge = {
  /** The value that it sends; `settled` once every place of it does. */
  sends(): Promise<{ readonly value: string; readonly settled: boolean }>;
  send(value: string): Promise<void>;
};

const headersOf = ({ CustomHeaders }: Origin) => CustomHeaders?.Items ?? [];
const isOurs = ({ HeaderName }: { readonly HeaderName?: string | undefined }): boolean =>
  HeaderName?.toLowerCase() === originHeader;

const valuesIn = ({ Origins }: DistributionConfig): readonly (string | undefined)[] =>
  (Origins?.Items ?? []).flatMap((origin) => headersOf(origin).filter(isOurs)).map(({ HeaderValue }) => HeaderValue);

const withValue = (config: DistributionConfig, value: string): DistributionConfig => {
  const items = config.Origins?.Items?.map((origin): Origin => {
    const headers = headersOf(origin).map((one) => (isOurs(one) ? { ...one, HeaderValue: value } : one));
    return { ...origin, CustomHeaders: { Quantity: headers.length, Items: headers } };
  });
  return { ...config, Origins: { Quantity: items?.length, Items: items } };
};

/** A distribution of CloudFront. Whoever changed it meanwhile is not overwritten: the step fails and is repeated. */
export const cloudFrontEdge = (client: Pick<CloudFrontClient, 'send'>, distributionId: string): Edge => {
  const read = async () => {
    const { Distribution, ETag } = await client.send(new GetDistributionCommand({ Id: distributionId }));
    const config = Distribution?.DistributionConfig;
    if (config === undefined) throw new Error(`There is no distribution ${distributionId}.`);
    const [value, ...others] = new Set(valuesIn(config));
    if (value === undefined || others.length > 0) throw new Error(`The edge does not send one ${originHeader}.`);
    return { config, value, etag: ETag, settled: Distribution?.Status === 'Deployed' };
  };
  return {
    sends: read,
    send: async (value) => {
      const { config, etag } = await read();
      const changed = { Id: distributionId, IfMatch: etag, DistributionConfig: withValue(config, value) };
      await client.send(new UpdateDistributionCommand(changed));
    },
  };
};
