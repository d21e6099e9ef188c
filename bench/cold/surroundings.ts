import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { connect } from '../../local/engine/connect.ts';
import { ensureTable } from '../../local/engine/ensure-table.ts';
import { enginePrograms } from '../../local/engine/programs.ts';
import { environmentAt } from './environment.ts';
import { tenant } from './tenant.ts';

/** What a token says of whoever brings it. */
export type Claims = {
  readonly scope: string;
  readonly tenant?: string;
  readonly roles?: readonly string[];
  readonly person?: boolean;
};

/** What stands around the functions that are started: see `outside.ts`, and an engine with our table. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string>>;
  /** An access token, good for five minutes: of the shop unless another tenant is named. */
  readonly token: (claims: Claims) => Promise<string>;
  /** Runs a program of this folder here, and answers its first line. */
  readonly run: (file: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

const program = (file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const firstLine = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const ended = once(child, 'close').then(() => Promise.reject(new Error(`${file} ended before its first line.`)));
  ended.catch(() => undefined);
  return { firstLine: Promise.race([firstLine, ended]), end: () => child.stdin.end() };
};

const startTable = async () => {
  for (const engine of enginePrograms) {
    if (!(await engine.isAvailable())) continue;
    const server = await engine.start(undefined);
    const endpoint = `http://127.0.0.1:${server.port}`;
    const client = connect(endpoint);
    await ensureTable(client, tableDefinition);
    client.destroy();
    return { endpoint, stop: server.stop };
  }
  throw new Error('No DynamoDB runs on this machine: neither the native engine nor DynamoDB Local is available.');
};

export const surroundings = async (): Promise<Surroundings> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const table = await startTable();
  const outside = program('outside.ts', [
    JSON.stringify({ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256' }),
  ]);
  const url = await outside.firstLine;
  const environment = environmentAt(url, table.endpoint);
  return {
    environment,
    token: (claims) =>
      new SignJWT({ tenant, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'key-1' })
        .setIssuer(url)
        .setAudience('bindery')
        .setSubject(`${claims.tenant ?? tenant}.crd_1`)
        .setIssuedAt()
        .setExpirationTime('300s')
        .sign(privateKey),
    run: async (file) => {
      const { firstLine, end } = program(file, [], environment);
      return firstLine.finally(end);
    },
    stop: async () => {
      outside.end();
      await table.stop();
    },
  };
};
