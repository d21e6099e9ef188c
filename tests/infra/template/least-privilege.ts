import { describe, expect, it } from 'vitest';
import { actionsOf, at, named, of, type Statement, statementsIn } from './whole.ts';

/** What the CDK brings along to carry names from one Region to another, in parameters of its own. */
const carries = /CustomCrossRegionExport/;

const policies = of('AWS::IAM::Policy').flatMap((policy) =>
  statementsIn(policy.Properties['PolicyDocument']).map((statement) => [policy.id, statement] as const),
);
const inRoles = of('AWS::IAM::Role').flatMap((role) =>
  ((role.Properties['Policies'] ?? []) as readonly unknown[])
    .flatMap((policy) => statementsIn(at(policy, 'PolicyDocument')))
    .map((statement) => [role.id, statement] as const),
);
const managed = of('AWS::IAM::ManagedPolicy').flatMap((policy) =>
  statementsIn(policy.Properties['PolicyDocument']).map((statement) => [policy.id, statement] as const),
);
const all = [...policies, ...inRoles, ...managed];
const allowed = all.filter(([, { Effect }]) => Effect === 'Allow');
const resourcesOf = ({ Resource }: Statement): readonly unknown[] => [Resource].flat();

export const narrowlyAllowed = (): void => {
  describe('what a function may do', () => {
    it('is said action by action', () => {
      expect(allowed.length).toBeGreaterThan(100);
      const wild = allowed.filter(([, statement]) => actionsOf(statement).some((action) => action.includes('*')));
      expect(wild).toEqual([]);
      expect(all.filter(([, statement]) => 'NotAction' in statement || 'NotResource' in statement)).toEqual([]);
    });
    it('is said resource by resource: X-Ray alone knows none', () => {
      const onAll = policies.filter(([, statement]) => resourcesOf(statement).includes('*'));
      expect(new Set(onAll.flatMap(([, statement]) => actionsOf(statement)))).toEqual(
        new Set(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']),
      );
    });
    it('is on the table neither to scan nor to update nor to ask in SQL', () => {
      const actions = new Set(policies.flatMap(([, statement]) => actionsOf(statement)));
      for (const never of ['dynamodb:Scan', 'dynamodb:UpdateItem', 'dynamodb:PartiQLSelect', 'dynamodb:BatchWriteItem'])
        expect(actions).not.toContain(never);
      expect([...actions].filter((action) => action.startsWith('dynamodb:PartiQL'))).toEqual([]);
    });
    it('is to delete what was due, and nothing else', () => {
      const deletes = policies.filter(([, statement]) => actionsOf(statement).includes('dynamodb:DeleteItem'));
      expect(deletes.length).toBeGreaterThan(0);
      for (const [id, { Condition }] of deletes) {
        const partitions = at(Condition, 'ForAllValues:StringLike', 'dynamodb:LeadingKeys') as readonly string[];
        expect(partitions, id).toBeDefined();
        for (const partition of partitions) expect(partition, id).toMatch(/^(DUE#|T#.*#DUE)/);
      }
    });
    it('names partitions wherever it names the table', () => {
      const onItems = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'];
      const actions = new Set(onItems.map((action) => `dynamodb:${action}`));
      const reaching = policies.filter(([, statement]) => actionsOf(statement).some((action) => actions.has(action)));
      for (const [id, { Condition }] of reaching)
        expect(at(Condition, 'ForAllValues:StringLike', 'dynamodb:LeadingKeys'), id).toBeDefined();
    });
    it('is its own: no two functions of a stack share a role', () => {
      const functions = of('AWS::Lambda::Function').map(
        ({ stack, Properties }) => `${stack} ${JSON.stringify(Properties['Role'])}`,
      );
      expect(new Set(functions).size).toBe(functions.length);
    });
  });

  describe('roles', () => {
    it.each(named(of('AWS::IAM::Role').filter(({ id }) => !carries.test(id))))(
      '%s: leans on no policy of others',
      (_n, role) => {
        const arns = JSON.stringify(role.Properties['ManagedPolicyArns'] ?? []);
        // CodeDeploy moves aliases by the narrowest policy that AWS has for it.
        expect(arns.replaceAll(/:iam::aws:policy\/service-role\/AWSCodeDeployRoleForLambdaLimited/g, '')).not.toMatch(
          /:iam::aws:/,
        );
      },
    );
  });
};
