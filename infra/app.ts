import { loadCapabilities } from '../functions/_kit/load-capabilities.ts';
import { bindery } from './bindery.ts';
import { bundlesOf, codeFrom } from './bundles.ts';
import { groupsOf } from './groups.ts';
import { stageOf } from './stages.ts';

const { BINDERY_STAGE = 'dev', BINDERY_DOMAIN = 'bindery.example', BINDERY_ALARM_EMAIL } = process.env;

const capabilities = await loadCapabilities();
const bundles = await bundlesOf(groupsOf(capabilities));
const stage = stageOf(BINDERY_STAGE, BINDERY_DOMAIN, BINDERY_ALARM_EMAIL);
bindery({ capabilities, stage, codeOf: codeFrom(bundles) }).synth();
