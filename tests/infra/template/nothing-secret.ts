import { describe, expect, it } from 'vitest';
import { at, named, of, resources } from './whole.ts';

type Text = { readonly where: string; readonly text: string };

/** Every text of a template that is said there and not looked up: no name of a resource, no attribute, no import. */
const textsIn = (value: unknown, where: string): readonly Text[] => {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(Ref|Fn::GetAtt|Fn::ImportValue|Fn::GetStackOutput)$/.test(key) ? [] : textsIn(inner, `${where}/${key}`),
  );
};

const variables = named(of('AWS::Lambda::Function')).flatMap(([name, { Properties }]) =>
  textsIn(at(Properties, 'Environment', 'Variables') ?? {}, name),
);

/** What a variable may say in clear: where something is, what it is called, how long, how many. */
const harmless = [
  /^https:\/\/[a-z0-9.-]+(\/[a-z0-9./_-]*)?$/,
  /^arn:[a-z0-9:*/._-]*$/i,
  /^[a-z0-9]+([-/:.][a-z0-9]+)*[-/:.]?$/,
  /^[a-z]+@[a-z0-9.-]+$/,
  /^:?(secret|function|role|bucket)?[:/]?[a-z0-9/_:.-]*$/,
  /^(true|false|info|\d{1,6})$/i,
  // CloudFormation puts such pieces together.
  /^[:/.]?$/,
];

/** What the tools hang on to a name, so that it is there once: it follows from the place of a resource. */
const suffix = /[0-9A-F]{8}(?![A-Za-z0-9])/g;

/** What CDK calls a bundle of its own, by its hash, and what one Region tells another. */
const ofTheTools = /^[0-9a-f]{64}\.zip$|^\{\{resolve:ssm:\/cdk\/exports\/[^}]*\}\}$/;

/** A text that could be a key or a password: a long piece in which digits and letters go to and fro as in no word. */
const looksDrawn = (text: string): boolean =>
  text
    .replaceAll(suffix, '')
    .split(/[^A-Za-z0-9+=]+/)
    .some((one) => one.length >= 20 && (one.match(/[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])/g) ?? []).length >= 5);

export const nothingSecret = (): void => {
  describe('a variable of a function', () => {
    it('says where something is, and is no key and no password', () => {
      expect(variables.length).toBeGreaterThan(300);
      expect(variables.filter(({ text }) => !harmless.some((form) => form.test(text)))).toEqual([]);
      expect(variables.filter(({ text }) => looksDrawn(text))).toEqual([]);
    });
    it('would be found if it were: a drawn value, and keys of providers', () => {
      // Put together here, so that nobody who looks for secrets in this repository finds one.
      const drawn = ['kq3x7m', 'p0v9d2', 'z8r4t6', 'w1y5'].join('');
      for (const text of [drawn, `whsec_${drawn}`, `Bearer ${drawn}`, `https://u:${drawn}@host`]) {
        const isHarmless = harmless.some((form) => form.test(text)) && !looksDrawn(text);
        expect(isHarmless, text).toBe(false);
      }
    });
  });

  describe('a template', () => {
    const texts = resources.flatMap((one) => textsIn(one.Properties, `${one.stack} ${one.Type} ${one.id}`));
    it('holds no value of a secret: those of others are empty, ours are drawn by their keeper', () => {
      const secrets = of('AWS::SecretsManager::Secret');
      expect(secrets.length).toBeGreaterThan(5);
      for (const [name, { Properties }] of named(secrets)) {
        const { SecretString = '{}', GenerateSecretString } = Properties;
        expect(SecretString, name).toBe('{}');
        const template = at(GenerateSecretString, 'SecretStringTemplate') ?? '{}';
        expect(JSON.parse(String(template)), name).toEqual(name.includes('offerkeys') ? { current: 'k1' } : {});
      }
    });
    it('asks for one value of a secret, and says only where it is: what the edge sends', () => {
      const looked = texts.filter(({ text }) => /\{\{resolve:secretsmanager/.test(text));
      expect(looked).toHaveLength(1);
      expect(looked[0]?.where).toMatch(/-edge AWS::CloudFront::Distribution .*OriginCustomHeaders.*HeaderValue$/);
      expect(looked[0]?.text).toMatch(/^\{\{resolve:secretsmanager:bindery\/prod\/origin:SecretString:current:.*\}\}$/);
    });
    it('has nothing in it that looks like a key, wherever it stands', () => {
      expect(texts.length).toBeGreaterThan(10_000);
      const found = texts.filter(({ text }) => !ofTheTools.test(text) && looksDrawn(text));
      expect(found).toEqual([]);
      expect(texts.filter(({ text }) => /whsec_|sk_(live|test)_|AKIA[A-Z0-9]{16}|-----BEGIN/.test(text))).toEqual([]);
    });
  });
};
