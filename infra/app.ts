import { loadCapabilities } from '../functions/_kit/load-capabilities.ts';
import { bindery } from './bindery.ts';
import { bundlesOf, codeFrom } from './bundles.ts';
import { groupsOf } from './groups.ts';
import { stageOf } from './stages.ts';

const { env } = process;

const capabilities = await loadCapabilities();
const bundles = await bundlesOf(groupsOf(capabilities));
const stage = stageOf({
  name: env['BINDERY_STAGE'] ?? 'dev',
  domain: env['BINDERY_DOMAIN'] ?? 'bindery.example',
  zoneId: env['BINDERY_ZONE_ID'],
  regions: { home: env['BINDERY_REGION'], standby: env['BINDERY_STANDBY_REGION'] },
  writer: env['BINDERY_WRITER'],
  standbyStream: env['BINDERY_STANDBY_STREAM'],
  account: env['BINDERY_ACCOUNT'],
  vaultAccount: env['BINDERY_VAULT_ACCOUNT'],
  alarmEmail: env['BINDERY_ALARM_EMAIL'],
});
bindery({ capabilities, stage, codeOf: codeFrom(bundles) }).synth();
