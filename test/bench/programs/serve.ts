import { SETUP, type Viewer } from '@entente/access';
import type { ProposeAgreement as Proposal } from '@entente/agreement';
import {
  FillPosition,
  ProposeAgreement,
  RegisterOrganisation,
  RegisterPerson,
  SharedCommandHandler,
  type Header,
  type Message,
} from '@entente/application';
import { Entente } from '@entente/engine';
import { SessionTokens } from '@entente/identity';
import { createLog, loadConfiguration } from '@entente/platform';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { startApi } from '../../../apps/api/src/start-api.js';

/**
 * An installation with a coordinator and agreements in drafting, served as `apps/api` serves it. Tells where, by whom
 * and on what commands can be sent, as one line of JSON. `--whole` also moves the views; `--forgetful` remembers no
 * stream, so that every command reads its own.
 */
export interface Served {
  readonly url: string;
  readonly token: string;
  readonly agreements: readonly string[];
}

const { values } = parseArgs({
  options: { whole: { type: 'boolean' }, forgetful: { type: 'boolean' }, agreements: { type: 'string' } },
});
const configuration = loadConfiguration({ ...process.env, PORT: '0', LOG_LEVEL: 'error' });
const withBackground = values.whole === true;
const entente = await Entente.open(configuration, { log: createLog({ logLevel: 'error' }), withBackground });
const { facts } = entente;
if (values.forgetful) Object.assign(facts, { streams: undefined });

const handler = new SharedCommandHandler(facts);
const sender = { space: 'main', system: SETUP } as const;
const organisationId = randomUUID();
const personId = randomUUID();
const positionId = randomUUID();
await send(
  new RegisterOrganisation(sender, header(), organisationId, {
    type: 'RegisterOrganisation',
    name: { zh: '调研宣传部' },
  }),
);
await send(
  new RegisterPerson(sender, header(), personId, {
    type: 'RegisterPerson',
    name: { en: 'Lin' },
    language: 'zh',
  }),
);
await send(
  new FillPosition(sender, header(), organisationId, {
    type: 'FillPosition',
    positionId,
    title: { zh: '统筹专员' },
    roles: ['coordinator'],
    personId,
    from: '2026-01-01',
  }),
);
const roles = ['coordinator'] as const;
const coordinator: Viewer = {
  space: 'main',
  personId,
  positions: [{ positionId, organisationId, roles: [...roles] }],
};
const agreements = Array.from({ length: Number(values.agreements ?? 64) }, () => randomUUID());
const proposal: Proposal = { type: 'ProposeAgreement', kind: 'letter-of-intent', title: { zh: '意向书' } };
for (let begun = 0; begun < agreements.length; begun += 64) {
  const some = agreements.slice(begun, begun + 64);
  await Promise.all(some.map((id) => send(new ProposeAgreement(coordinator, header(), id, proposal))));
}
await Promise.all(entente.consumers.names.map((name) => entente.consumers.catchUp(name)));

const webRoot = path.resolve(import.meta.dirname, '../../../dist/apps/web');
const api = await startApi(entente, { webRoot });
if (withBackground) await entente.work();
const { token } = api.app.get(SessionTokens).issue('main', personId);
process.stdout.write(`${JSON.stringify({ url: api.url, token, agreements } satisfies Served)}\n`);
process.once('SIGTERM', () => {
  void api
    .close()
    .then(() => entente.close())
    .then(() => process.exit(0));
});

function header(): Header {
  const commandId = randomUUID();
  return { commandId, causationId: commandId, correlationId: commandId };
}

async function send(message: Message<{ readonly type: string }>): Promise<void> {
  const answer = await handler.execute(message);
  if (!answer.accepted) throw new Error(`${message.body.type} was refused: ${answer.refusal.code}`);
}
