import { createBindery } from '../../bindery.ts';
import { openSandbox, sandboxOf } from '../../sandbox.ts';
import { defaultUrl, keepProfile, profileFor } from '../profiles.ts';
import type { Command } from '../terminal.ts';
import { sandboxFor } from '../terminal.ts';
import { needed, read } from '../usage.ts';

export const login: Command = {
  help: `Keeps where Bindery is and who you are, for the commands that follow.

  bindery login --url https://… --client-id … --client-secret …

  --profile <name>   under a name of its own; "default" unless said
The file is readable by you alone. BINDERY_URL, BINDERY_CLIENT_ID and BINDERY_CLIENT_SECRET do without one.`,
  run: async (args, { env, out }) => {
    const { values } = read(args, { 'client-id': { type: 'string' }, 'client-secret': { type: 'string' } });
    const { profile = 'default', url } = values;
    const clientId = needed(values['client-id'] ?? env['BINDERY_CLIENT_ID'], '--client-id');
    const clientSecret = needed(values['client-secret'] ?? env['BINDERY_CLIENT_SECRET'], '--client-secret');
    const baseUrl = (url ?? env['BINDERY_URL'] ?? defaultUrl(env)).replace(/\/$/, '');
    // A login that does not work is refused here, and not by the first command that needs it.
    await createBindery({ baseUrl, clientId, clientSecret }).listRoles();
    out(`Logged in as ${clientId}: ${keepProfile(env, profile, { baseUrl, clientId, clientSecret }, true)}`);
  },
};

export const sandbox: Command = {
  help: `Makes a sandbox of your own and logs you in: a tenant in which nothing is real.

  bindery sandbox [--name "My shop"] [--url http://localhost:8787] [--profile default]`,
  run: async (args, { env, out }) => {
    const { values } = read(args, { name: { type: 'string' } });
    const { name = 'My sandbox', profile = 'default', url } = values;
    const baseUrl = (url ?? env['BINDERY_URL'] ?? defaultUrl(env)).replace(/\/$/, '');
    const { tenant, clientId, clientSecret } = await openSandbox({ baseUrl, name });
    const file = keepProfile(env, profile, { baseUrl, clientId, clientSecret }, true);
    const lines = [`Tenant     ${tenant}`, `Client id  ${clientId}`, `Kept in    ${file}`];
    out(values.json ? JSON.stringify({ tenant, clientId, clientSecret, baseUrl }, null, 2) : lines.join('\n'));
  },
};

export const person: Command = {
  help: `Makes somebody of the insurer whom you play in your sandbox, and keeps the login as a profile.

  bindery person claims_handler            then: bindery claims assess --profile claims_handler …
  bindery person claims_approver --as boss

bindery roles list shows the roles.`,
  run: async (args, terminal) => {
    const { values, positionals } = read(args, { as: { type: 'string' } });
    const [role, ...more] = positionals;
    const name = values.as ?? needed(role, 'a role, such as claims_handler');
    const { clientId, clientSecret, baseUrl } = await sandboxFor(terminal, values).person(
      name,
      needed(role, 'a role'),
      ...more,
    );
    keepProfile(terminal.env, name, { baseUrl, clientId, clientSecret }, false);
    terminal.out(`${clientId} is the profile ${name}`);
  },
};

export const whoami: Command = {
  help: 'Says as whom commands are asked, and where.\n\n  bindery whoami [--profile name]',
  run: async (args, { env, out }) => {
    const { values } = read(args, {});
    const { baseUrl, clientId, clientSecret } = profileFor(env, values);
    const tenant = clientId && clientSecret ? sandboxOf({ baseUrl, clientId, clientSecret }).tenant : 'nobody';
    out(`${tenant} at ${baseUrl}${clientId === undefined ? '' : ` (${clientId})`}`);
  },
};
