import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { type Resource, stageNamed, synthesise } from '../synth.ts';

export const capabilities = await loadCapabilities();

/** Production as it is put up: every stack of both Regions, the edge, and the account of the exports. */
export const whole = synthesise(capabilities, stageNamed('prod'));
export const { of, resources } = whole;

type Json = Readonly<Record<string, unknown>>;
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => Object(inner)[name], value);

/** Where a resource stands, for the name of a test: two Regions have the same names. */
export const placed = ({ stack, id }: Resource): string => `${stack} ${id}`;
export const named = (some: readonly Resource[]) => some.map((one) => [placed(one), one] as const);

/** Says that a value leads to a resource of the same stack, by `Ref` or by an attribute. */
export const leadsTo = (value: unknown, { id }: Resource): boolean => JSON.stringify(value ?? null).includes(`"${id}"`);

/** The resource of a type in the same stack that a value leads to. */
export const found = (type: string, from: Resource, value: unknown): Resource | undefined =>
  of(type).find((one) => one.stack === from.stack && leadsTo(value, one));

export type Statement = {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Record<string, Json>;
};
export const statementsIn = (document: unknown): readonly Statement[] =>
  [at(document, 'Statement') ?? []].flat() as unknown as readonly Statement[];
export const actionsOf = ({ Action = [] }: Statement): readonly string[] => [Action].flat() as readonly string[];
