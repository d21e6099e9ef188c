import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capability } from '../../functions/_kit/contract.ts';
import type { NamedTemplate } from '../../infra/alarm-book.ts';
import type { Stage } from '../../infra/stages.ts';

export type PutUp = { readonly stage: Stage; readonly stacks: readonly NamedTemplate[] };

/** Accounts that are nobody's: AWS's documentation names them in examples. */
const accounts = { account: '111122223333', vaultAccount: '444455556666' };

const made = new Map<string, Promise<PutUp>>();

const make = async (capabilities: readonly Capability[], name: string): Promise<PutUp> => {
  // Loaded where it is used: the CDK takes most of a second, and everything else here is quicker than that.
  const { Code } = await import('aws-cdk-lib/aws-lambda');
  const { bindery } = await import('../../infra/bindery.ts');
  const { stageOf } = await import('../../infra/stages.ts');
  const stage = stageOf({ name, domain: 'bindery.example', ...accounts });
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-templates-'));
  const codeOf = () => Code.fromInline('export const handler = () => {};');
  // The check of every template by CloudFormation's schemas takes several seconds, and belongs to the synthesis.
  const app = { outdir, builtinCloudFormationValidation: false };
  const { stacks } = bindery({ capabilities, stage, codeOf, app, isReadOnly: true }).synth();
  // A template is read from its file when it is asked for.
  const read = stacks.map(({ stackName, template }) => ({ stackName, template }));
  rmSync(outdir, { recursive: true });
  return { stage, stacks: read };
};

/** The templates of a stage, made once. Nothing is bundled: what a function holds rings no alarm and costs nothing. */
export const templatesOf = (capabilities: readonly Capability[], name: string): Promise<PutUp> => {
  const known = made.get(name) ?? make(capabilities, name);
  made.set(name, known);
  return known;
};
