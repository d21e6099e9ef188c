import {
  type CloudFrontClient,
  type DistributionConfig,
  GetDistributionCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';

const originWith = (value: string) => ({
  ...{ Id: 'api', DomainName: 'abc.execute-api.eu-central-1.amazonaws.com' },
  CustomHeaders: {
    Quantity: 2,
    Items: [
      { HeaderName: 'x-region', HeaderValue: 'eu' },
      { HeaderName: 'X-Origin-Secret', HeaderValue: value },
    ],
  },
});

/** One distribution of CloudFront: a change takes a while, and counts only for who has read what stands there. */
export const aCloudFront = (value: string) => {
  const state = {
    config: {
      ...{ CallerReference: '1', Comment: 'edge', Enabled: true, DefaultCacheBehavior: undefined },
      Origins: { Quantity: 1, Items: [originWith(value)] },
    } as DistributionConfig,
    etag: 1,
    status: 'Deployed',
    updates: 0,
    busy: false,
  };
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof GetDistributionCommand) {
      const { config, status, etag, busy } = state;
      if (busy) state.etag += 1;
      return { Distribution: { DistributionConfig: config, Status: status }, ETag: `E${etag}` };
    }
    if (!(command instanceof UpdateDistributionCommand)) throw new Error('CloudFront knows no such command.');
    if (command.input.IfMatch !== `E${state.etag}`) throw new Error('PreconditionFailed');
    state.config = command.input.DistributionConfig as DistributionConfig;
    state.etag += 1;
    state.updates += 1;
    state.status = 'InProgress';
    return {};
  };
  const headers = () => state.config.Origins?.Items?.[0]?.CustomHeaders?.Items ?? [];
  return {
    state,
    client: { send } as unknown as Pick<CloudFrontClient, 'send'>,
    headers,
    sends: () => headers().find(({ HeaderName }) => HeaderName === 'X-Origin-Secret')?.HeaderValue,
    /** From now on somebody else changes it after each reading. */
    busy: () => {
      state.busy = true;
    },
    /** Every place of the edge has the last change. */
    settle: () => {
      state.status = 'Deployed';
    },
  };
};
