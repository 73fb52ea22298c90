import { SETUP, type Viewer } from '@entente/access';
import {
  FillPosition,
  ProposeAgreement,
  reachOf,
  RegisterOrganisation,
  RegisterPerson,
  SharedCommandHandler,
  whenAgreementProposedThenNumberIt,
  type Dispatch,
  type Header,
} from '@entente/application';
import { InMemoryEventStore, streamName, type EventEnvelope } from '@entente/event-sourcing';
import { eventStoreMigrationSet, openKurrentEventStore, PostgresEventStore } from '@entente/event-store';
import { Database, runMigrations } from '@entente/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { freshSpace, type MakeStore, type StoreUnderTest } from '../contract/event-store/store-under-test.js';
import { describeIf } from '../support/describe-if.js';
import { found, needs } from '../support/needs.js';
import { createTestDatabase } from '../support/postgres.js';
import { MemoryFacts } from './support/in-memory-engine.js';

const KIND = 'letter-of-intent';

numbering('in memory', 300, () =>
  Promise.resolve({ store: new InMemoryEventStore(), space: freshSpace(), close: () => Promise.resolve() }),
);

numbering('on PostgreSQL', 1_000, async () => {
  const empty = await createTestDatabase();
  const database = new Database({ url: empty.connectionString });
  await runMigrations(database, [eventStoreMigrationSet]);
  const store = new PostgresEventStore(database.pool);
  const close = async (): Promise<void> => {
    await store.close();
    await database.close();
    await empty.drop();
  };
  return { store, space: freshSpace(), close };
});

describeIf(needs.kurrentdb, 'with its log in KurrentDB', () => {
  numbering('on KurrentDB', 1_000, async () => {
    const space = freshSpace();
    const store = await openKurrentEventStore(found(needs.kurrentdb), { streamPrefixes: [`${space}.`] });
    return { store, space, close: () => store.close() };
  });
});

function numbering(where: string, many: number, open: MakeStore): void {
  describe(`the numbering of letters ${where}`, () => {
    let facts: MemoryFacts;
    let under: StoreUnderTest;
    let space: string;
    let dispatch: Dispatch;
    let commands: number;
    let coordinator: Viewer;

    beforeEach(async () => {
      facts = new MemoryFacts();
      under = await open();
      facts.store = under.store;
      space = under.space;
      commands = 0;
      const handler = new SharedCommandHandler(facts);
      dispatch = async (message) => {
        commands += 1;
        const answer = await handler.execute(message);
        if (!answer.accepted) throw new Error(answer.refusal.code);
        return answer.events;
      };
      coordinator = await employCoordinator(dispatch, space);
    });
    afterEach(() => under.close());

    async function propose(): Promise<EventEnvelope> {
      const body = { type: 'ProposeAgreement', kind: KIND, title: { zh: '意向书' } } as const;
      const [proposed] = await dispatch(new ProposeAgreement(coordinator, header(), randomUUID(), body));
      if (!proposed) throw new Error('nothing was proposed');
      return proposed;
    }

    async function numbersGiven(proposed: readonly EventEnvelope[]): Promise<string[]> {
      const numbers: string[] = [];
      for (const { stream } of proposed) {
        for await (const { event } of facts.store.read(stream)) {
          if (event.type === 'AgreementNumbered') numbers.push((event.data as { number: string }).number);
        }
      }
      return numbers;
    }

    const automation = (): ReturnType<typeof whenAgreementProposedThenNumberIt> =>
      whenAgreementProposedThenNumberIt(facts);
    const expected = (count: number): string[] => {
      const year = Temporal.Now.zonedDateTimeISO(facts.zone).year;
      return Array.from({ length: count }, (_, n) => `LOI-${String(year)}-${String(n + 1).padStart(4, '0')}`);
    };

    it('gives all that come at once theirs in one append, in their order and without gaps', async () => {
      const proposed = await Promise.all(Array.from({ length: 100 }, propose));
      commands = 0;
      await automation().react(proposed, reachOf(facts.store, dispatch));
      expect(await numbersGiven(proposed)).toEqual(expected(100));
      expect(commands).toBe(101);
    });

    it('changes nothing when they come again, in whatever company', async () => {
      const proposed = await Promise.all(Array.from({ length: 9 }, propose));
      const reach = reachOf(facts.store, dispatch);
      const numbering = automation();
      await numbering.react(proposed.slice(0, 5), reach);
      await numbering.react(proposed.slice(3), reach);
      await numbering.react(proposed, reach);
      for (const one of proposed) await numbering.react([one], reach);
      expect(await numbersGiven(proposed)).toEqual(expected(9));
    });

    it('goes on where a crash came between the register and the letters', async () => {
      const proposed = await Promise.all(Array.from({ length: 4 }, propose));
      const crashing: Dispatch = (message) =>
        message.body.type === 'NumberAgreement' ? Promise.reject(new Error('crashed')) : dispatch(message);
      await expect(
        automation().react(proposed.slice(0, 2), reachOf(facts.store, crashing)),
      ).rejects.toThrow();
      await automation().react(proposed, reachOf(facts.store, dispatch));
      expect(await numbersGiven(proposed)).toEqual(expected(4));
    });

    it('numbers each once when several work at once', async () => {
      const proposed = await Promise.all(Array.from({ length: many }, propose));
      const reach = reachOf(facts.store, dispatch);
      const numbering = automation();
      const parts = [
        proposed.slice(0, 400),
        proposed.slice(300, 700),
        proposed.slice(650),
        proposed.slice(0, 50),
      ];
      await Promise.all(parts.map((part) => numbering.react(part, reach)));
      expect((await numbersGiven(proposed)).sort()).toEqual(expected(many));
      const year = Temporal.Now.zonedDateTimeISO(facts.zone).year;
      const register = await reach.history(streamName(space, 'register', `${KIND}-${String(year)}`));
      expect(register).toHaveLength(many);
    });
  });
}

function header(): Header {
  const commandId = randomUUID();
  return { commandId, causationId: commandId, correlationId: commandId };
}

async function employCoordinator(dispatch: Dispatch, space: string): Promise<Viewer> {
  const sender = { space, system: SETUP } as const;
  const [organisationId, personId, positionId] = [randomUUID(), randomUUID(), randomUUID()];
  const name = { en: 'Lin' };
  const roles = ['coordinator'] as const;
  const office = { type: 'RegisterOrganisation', name } as const;
  const person = { type: 'RegisterPerson', name, language: 'zh' } as const;
  const post = {
    type: 'FillPosition',
    positionId,
    title: name,
    roles,
    personId,
    from: '2026-01-01',
  } as const;
  await dispatch(new RegisterOrganisation(sender, header(), organisationId, office));
  await dispatch(new RegisterPerson(sender, header(), personId, person));
  await dispatch(new FillPosition(sender, header(), organisationId, post));
  return { space, personId, positions: [{ positionId, organisationId, roles }] };
}
