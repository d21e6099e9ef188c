import { type App, Stack } from 'aws-cdk-lib';
import type { Site, Stage } from './stages.ts';

/** CloudFront takes firewalls and certificates from here alone. */
export const edgeRegion = 'us-east-1';

/** A Region in which a stage stands, and whether its functions may write there. */
export type Place = { readonly site: Site; readonly region: string; readonly writes: boolean };

export const placeOf = ({ regions, writer }: Stage, site: Site): Place => {
  const region = regions[site];
  if (region === undefined) throw new Error(`The stage has no ${site}.`);
  return { site, region, writes: site === writer };
};

/** Home first: what the standby holds is copied from it. */
export const placesOf = (stage: Stage): readonly Place[] =>
  stage.regions.standby === undefined ? [placeOf(stage, 'home')] : [placeOf(stage, 'home'), placeOf(stage, 'standby')];

/** `bindery-prod-policies`, and `bindery-prod-standby-policies` in the other Region. */
export const stackNameOf = ({ name }: Stage, { site }: Pick<Place, 'site'>, part: string): string =>
  site === 'home' ? `bindery-${name}-${part}` : `bindery-${name}-standby-${part}`;

type StackIn = {
  readonly part: string;
  readonly description: string;
  /** Whether it holds what must not be lost. */
  readonly holdsData?: boolean;
};

/** A stack of one part of a stage, in the Region of a place. */
export const stackIn = (
  app: App,
  stage: Stage,
  place: Pick<Place, 'site' | 'region'>,
  { part, description, holdsData = false }: StackIn,
): Stack =>
  new Stack(app, stackNameOf(stage, place, part), {
    description: `Bindery: ${description}`,
    env: { region: place.region },
    crossRegionReferences: true,
    terminationProtection: holdsData && stage.keepsData,
  });
