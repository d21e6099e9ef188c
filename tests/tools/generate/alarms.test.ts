import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { alarmFile } from '../../../infra/alarm-book.ts';
import { alarmBook } from '../../../tools/generate/alarms.ts';

const written = readFileSync(new URL('../../../docs/reference/alarms.json', import.meta.url), 'utf8');
const capabilities = await loadCapabilities();

describe('docs/reference/alarms.json', () => {
  it('is what the templates say', async () => {
    expect(alarmFile(await alarmBook(capabilities))).toBe(written);
  });

  it('leaves no reference open', () => {
    expect(written).not.toMatch(/"Fn::|"Ref"/);
  });
});
