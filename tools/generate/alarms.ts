import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capability } from '../../functions/_kit/contract.ts';
import { type AlarmBook, alarmBookOf } from '../../infra/alarm-book.ts';
import type { Stage } from '../../infra/stages.ts';

/** The stage whose alarms are written down; others differ in names alone. */
const wish = {
  name: 'prod',
  domain: 'bindery.example',
  account: '111122223333',
  vaultAccount: '444455556666',
};

/** The alarms of the synthesised templates. Nothing is bundled: an alarm does not depend on what a function holds. */
export const alarmBook = async (capabilities: readonly Capability[]): Promise<AlarmBook> => {
  // Loaded where it is used: the CDK takes most of a second, and everything else here is quicker than that.
  const { Code } = await import('aws-cdk-lib/aws-lambda');
  const { bindery } = await import('../../infra/bindery.ts');
  const { stageOf } = await import('../../infra/stages.ts');
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-alarms-'));
  const codeOf = () => Code.fromInline('export const handler = () => {};');
  // The check of every template by CloudFormation's schemas takes several seconds, and belongs to the synthesis.
  const app = { outdir, builtinCloudFormationValidation: false };
  const stage = stageOf(wish);
  // The standby has the same alarms under the same names, in a Region of its own.
  const home: Stage = { ...stage, regions: { home: stage.regions.home } };
  const { stacks } = bindery({ capabilities, stage: home, codeOf, app }).synth();
  // A template is read from its file when it is asked for.
  const book = alarmBookOf(stage.name, stacks);
  rmSync(outdir, { recursive: true });
  return book;
};
