import { describe, expect, it } from 'vitest';
import { MessageName } from '../../../domain/notifications/schema.ts';
import { variablesOf } from '../../../domain/notifications/templates/schema.ts';
import { isOfClaim, valuesOf } from '../../../domain/notifications/values-of.ts';
import { aClaim, eventOf, told } from './samples.ts';

describe('valuesOf', () => {
  it.each(MessageName.options)('gives %s a value for each of its variables, of its kind', (message) => {
    const values = valuesOf(told(eventOf[message]), aClaim()) ?? {};
    const variables: Readonly<Record<string, string>> = variablesOf[message];
    expect(Object.keys(values).toSorted()).toEqual(Object.keys(variables).toSorted());
    for (const [name, kind] of Object.entries(variables)) {
      if (kind === 'text') expect(values[name], name).toBeTypeOf('string');
      if (kind === 'list') expect(Array.isArray(values[name]), name).toBe(true);
    }
  });

  it.each(MessageName.options)('tells of %s without its claim only where it is about none', (message) => {
    const event = eventOf[message];
    expect(valuesOf(told(event), undefined) === undefined).toBe(isOfClaim(event));
  });
});
