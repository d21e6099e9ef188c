import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { bundle } from '../../infra/bundle.ts';
import { onlyQuotable } from '../../infra/slimming.ts';
import type { Given } from './platform.ts';
import { filedByProvince } from './products.ts';
import type { QuoteHandler } from './task.ts';

const source = `
import { lambda } from './functions/_kit/lambda.ts';
import { endpoint } from './functions/quoting/create-quote.ts';
import { quotePlatform } from './bench/quote/platform.ts';
export const handlerFor = (given) => lambda([endpoint], quotePlatform(given));`;

/** The products of the measurement, in the place of the catalogue's. */
const wideTariff: Plugin = {
  name: 'wide-tariff',
  setup: ({ onLoad }) => {
    onLoad({ filter: /catalogue[\\/]device-protection\.json$/ }, () => ({
      contents: onlyQuotable(JSON.stringify(filedByProvince)),
      loader: 'json',
    }));
  },
};

/** The function that quotes, bundled as it is deployed; only what it would fetch from the cloud is handed to it. */
export const ourHandler = async (given: Given): Promise<QuoteHandler> => {
  const { folder } = await bundle({
    name: 'bench-quote',
    source,
    bytesMax: 200_000,
    light: true,
    plugins: [wideTariff],
  });
  const { handlerFor } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
  return handlerFor(given);
};
