import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Capability } from '../../functions/_kit/contract.ts';
import { bindery } from '../../infra/bindery.ts';
import type { CodeOf } from '../../infra/deployment.ts';
import { type Stage, type StageWish, stageOf } from '../../infra/stages.ts';

type Json = Record<string, unknown>;
export type Resource = {
  readonly id: string;
  readonly stack: string;
  readonly Type: string;
  readonly Properties: Json;
  readonly DependsOn?: string | readonly string[];
};

type Report = {
  readonly conclusion: string;
  readonly violations: readonly unknown[];
  readonly suppressedViolations: readonly { readonly ruleName: string; readonly reason: string }[];
};

/** What the rules of AWS Solutions found, and what was taken on with which reason. */
const readReport = (outdir: string): Report => {
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return pluginReports.find(({ pluginName }: { pluginName: string }) => pluginName === 'AwsSolutions');
};

/** What stands in for a bundle where only the templates are looked at. */
export const noCode: CodeOf = () => Code.fromInline('export const handler = () => {};');

type StageName = 'dev' | 'staging' | 'prod';

/** A stage as it is put up for a domain of its own, in accounts that are nobody's. */
export const stageNamed = (name: StageName, wish: Partial<StageWish> = {}): Stage =>
  stageOf({
    name,
    domain: 'bindery.test',
    zoneId: 'Z0123456789',
    account: '111122223333',
    vaultAccount: '444455556666',
    ...wish,
  });

/** Without its standby and its vault, which have tests of their own: the rest is the same and takes half the time. */
const alone = ({ backups: _, ...stage }: Stage): Stage => ({ ...stage, regions: { home: stage.regions.home } });

/** Nobody changes what others look at as well. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

const synthesiseAnew = (capabilities: readonly Capability[], stage: Stage, codeOf: CodeOf) => {
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-'));
  const props = { capabilities, stage, codeOf, app: { outdir } };
  const { stacks } = bindery(props).synth();
  const resources = stacks.flatMap(({ template, stackName }) =>
    Object.entries((template as { Resources: Record<string, Omit<Resource, 'id' | 'stack'>> }).Resources).map(
      ([id, one]) => ({
        id,
        stack: stackName,
        ...one,
        Properties: one.Properties ?? {},
      }),
    ),
  );
  const of = (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type);
  const report = readReport(outdir);
  rmSync(outdir, { recursive: true });
  const leansOn = Object.fromEntries(stacks.map((one) => [one.stackName, one.dependencies.map(({ id }) => id)]));
  const sizes = Object.fromEntries(stacks.map((one) => [one.stackName, Object.keys(one.template.Resources).length]));
  return frozen({ report, resources, of, text: JSON.stringify(resources), leansOn, sizes });
};
export type Synthesised = ReturnType<typeof synthesiseAnew>;

type Made = { readonly of: readonly Capability[]; readonly stage: string; readonly result: Synthesised };
const made: Made[] = [];
const same = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

/**
 * Synthesises a stage, without an account and without a network, and hands out its resources. The files of this folder
 * share their modules, and most of them look at the same stage: it takes seconds, and is made once.
 */
export const synthesise = (
  capabilities: readonly Capability[],
  wish: StageName | Stage = 'prod',
  codeOf: CodeOf = noCode,
): Synthesised => {
  const stage = typeof wish === 'string' ? alone(stageNamed(wish)) : wish;
  if (codeOf !== noCode) return synthesiseAnew(capabilities, stage, codeOf);
  const key = JSON.stringify(stage);
  const known = made.find((one) => one.stage === key && same(one.of, capabilities));
  if (known !== undefined) return known.result;
  const result = synthesiseAnew(capabilities, stage, codeOf);
  made.push({ of: capabilities, stage: key, result });
  return result;
};

/** What a value points to, as text: a `Ref`, a `Fn::GetAtt`, or the export of another stack. */
export const pointsTo = (value: unknown): string => JSON.stringify(value);

export const functionsOf = ({ of }: Synthesised): readonly Resource[] =>
  of('AWS::Lambda::Function').filter(({ Properties }) => 'FunctionName' in Properties);

/** The name that the group gave a function, read back from its resource. */
export const nameOf = ({ Properties }: Resource): string =>
  String(Properties['FunctionName']).replace(/^bindery-\w+-/, '');

/** What a function is called by: the id of its name `live`. */
export const liveIdOf = (synthesised: Synthesised, name: string): string => {
  const fn = functionsOf(synthesised).find((one) => nameOf(one) === name);
  const live = synthesised
    .of('AWS::Lambda::Alias')
    .find((one) => pointsTo(one.Properties['FunctionName']).includes(`"${fn?.id}"`));
  if (live === undefined) throw new Error(`Nothing calls the function ${name}.`);
  return live.id;
};

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
};

/** The statements of the role of a function, by the function's name. */
export const statementsOf = (synthesised: Synthesised, name: string): readonly Statement[] => {
  const fn = functionsOf(synthesised).find((one) => nameOf(one) === name);
  const { 'Fn::GetAtt': at = [] } = (fn?.Properties['Role'] ?? {}) as { 'Fn::GetAtt'?: readonly string[] };
  return synthesised
    .of('AWS::IAM::Policy')
    .filter(({ Properties }) => pointsTo(Properties['Roles']) === pointsTo([{ Ref: at[0] }]))
    .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: readonly Statement[] }).Statement);
};

export const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat() as readonly string[];
