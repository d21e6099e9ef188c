import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { functionsOf, nameOf, pointsTo, synthesise } from './synth.ts';

const prod = synthesise(await loadCapabilities());

describe('what is put up', () => {
  it.each([
    'AWS::Lambda::Function',
    'AWS::SQS::Queue',
    'AWS::S3::Bucket',
    'AWS::KMS::Key',
    'AWS::SNS::Topic',
    'AWS::Logs::LogGroup',
  ])('%s says to which platform and stage it belongs, so that its cost can be told', (type) => {
    const all = prod.of(type).filter(({ id }) => !id.startsWith('Custom'));
    expect(all.length).toBeGreaterThan(0);
    for (const { id, Properties } of all) {
      expect(pointsTo(Properties['Tags']), id).toContain('{"Key":"service","Value":"bindery"}');
      expect(pointsTo(Properties['Tags']), id).toContain('{"Key":"stage","Value":"prod"}');
    }
  });
  it('calls no function from another one, and stands in no network of its own', () => {
    for (const fn of functionsOf(prod)) expect(fn.Properties['VpcConfig'], nameOf(fn)).toBeUndefined();
  });
  it('has a bus that writes nothing of its events into a log', () => {
    for (const { Properties } of prod.of('AWS::Events::EventBus')) expect(Properties['LogConfig']).toBeUndefined();
  });
});
