import type { ServiceName } from '../_kit/services.ts';
import { type Setting, secretSetting, settings } from '../_kit/settings.ts';

/** What Lambda itself tells a function; a missing variable ends the start, not a request. */
export const lambdaVariable = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment lacks ${name}.`);
  return value;
};

/** What the infrastructure tells a function. */
export const setting = (name: Setting): string => lambdaVariable(settings[name]);

/** Where the secret of a service is kept. */
export const secretArn = (service: ServiceName): string => lambdaVariable(secretSetting(service));
