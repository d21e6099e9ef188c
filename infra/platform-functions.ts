import { bytesMax } from './bundle.ts';

/** A function of the platform itself, which has no contract: what it runs, and what it may weigh. */
export type PlatformFunction = { readonly name: string; readonly source: string; readonly bytesMax: number };

const log = `(line) => void process.stdout.write(JSON.stringify(line) + '\\n')`;

/** How a rotation is put together: the secret that it turns, and what is done with each turn. */
const rotating = (rotation: string, from: string, more: readonly string[] = []): string =>
  [
    `import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';`,
    `import { lambdaVariable } from './functions/_adapters/environment.ts';`,
    `import { rotationFunction } from './functions/_adapters/rotation/rotate.ts';`,
    `import { secretVault } from './functions/_adapters/rotation/vault.ts';`,
    `import { rotationSettings } from './functions/_kit/settings.ts';`,
    ...more,
    from,
    `const vault = secretVault(new SecretsManagerClient({ maxAttempts: 3 }), lambdaVariable(rotationSettings.secret));`,
    `export const handler = rotationFunction(vault, ${rotation});`,
  ].join('\n');

/** The functions without a contract, by their names. */
export const platformFunctions = [
  {
    name: 'split-records',
    source: `
import { enrichment } from './functions/_storage/enrichment.ts';
export const handler = enrichment(${log});`,
    bytesMax: bytesMax.own,
  },
  {
    name: 'check-origin',
    source: `
import { originCheck } from './functions/_adapters/check-origin.ts';
import { lambdaVariable } from './functions/_adapters/environment.ts';
import { extensionSecret } from './functions/_adapters/extension-secrets.ts';
import { rotationSettings } from './functions/_kit/settings.ts';
export const handler = originCheck(extensionSecret(lambdaVariable(rotationSettings.secret)), ${log});`,
    bytesMax: bytesMax.own,
  },
  {
    name: 'rotate-offer-keys',
    source: rotating(
      'offerKeyRotation',
      `import { offerKeyRotation } from './functions/_adapters/rotation/offer-keys.ts';`,
    ),
    bytesMax: bytesMax.shared,
  },
  {
    name: 'rotate-origin-secret',
    source: rotating(
      `originRotation(
  cloudFrontEdge(
    new CloudFrontClient({ maxAttempts: 3, region: 'us-east-1' }),
    lambdaVariable(rotationSettings.distribution),
  ),
  lambdaVariable(rotationSettings.door),
)`,
      `import { originRotation } from './functions/_adapters/rotation/origin-secret.ts';`,
      [
        `import { CloudFrontClient } from '@aws-sdk/client-cloudfront';`,
        `import { cloudFrontEdge } from './functions/_adapters/rotation/edge.ts';`,
      ],
    ),
    bytesMax: bytesMax.shared,
  },
] as const satisfies readonly PlatformFunction[];
export type PlatformFunctionName = (typeof platformFunctions)[number]['name'];
