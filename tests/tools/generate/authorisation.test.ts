import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { authorisationPage } from '../../../tools/generate/authorisation.ts';

const capabilities = await loadCapabilities();
const contracts = capabilities.flatMap(({ endpoints }) => Object.values(endpoints));
const lines = authorisationPage(capabilities).split('\n');

describe('docs/reference/authorisation.md', () => {
  it.each(contracts.map((contract) => [contract.id, contract] as const))('says who may call %s', (id, contract) => {
    const [line, ...more] = lines.filter((one) => one.startsWith(`| [${id}](`));
    expect(more).toEqual([]);
    for (const word of [contract.scope ?? [], contract.roles ?? [], Object.values(contract.includes ?? {})].flat()) {
      expect(line).toContain(`\`${word}\``);
      // It stands under its scope or role as well.
      expect(lines.find((one) => one.startsWith(`| \`${word}\` |`))).toContain(`[${id}](`);
    }
  });

  it('gives no role or scope an operation that does not ask for it', () => {
    const finance = lines.find((line) => line.startsWith('| `finance` |'));
    expect(finance).toContain('[settleStatement](');
    expect(finance).not.toContain('[approveClaim](');
  });
});
