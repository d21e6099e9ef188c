import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Resource } from './synth.ts';

type Finding = { readonly ruleName: string };

/** A stack of its own for a part of the platform, synthesised under the rules that the whole one is under. */
export const nagged = (fill: (stack: Stack) => void) => {
  const outdir = mkdtempSync(join(tmpdir(), 'bindery-part-'));
  const app = new App({ outdir });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stack = new Stack(app, 'part');
  fill(stack);
  const { template } = app.synth().getStackByName(stack.stackName);
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  rmSync(outdir, { recursive: true });
  // Where the rules have nothing to say, they write no report.
  const { violations, suppressedViolations } = (pluginReports[0] ?? { violations: [], suppressedViolations: [] }) as {
    readonly [K in 'violations' | 'suppressedViolations']: readonly Finding[];
  };
  const resources = Object.entries(template.Resources as Record<string, Omit<Resource, 'id'>>).map(([id, one]) => ({
    id,
    ...one,
    Properties: one.Properties ?? {},
  }));
  const of = (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type);
  const rules = (findings: readonly Finding[]) => findings.map(({ ruleName }) => ruleName.replace(/\[.*/, ''));
  return { of, text: JSON.stringify(template), violations: rules(violations), takenOn: rules(suppressedViolations) };
};
