import { definitionOf, type WorkflowDefinition } from '@entente/agreement';
import { EventStoreUnavailable, InMemoryEventStore, type EventStore } from '@entente/event-sourcing';

import { ApiInMemory } from './support/api-in-memory.js';
import { LetterInMemory, type Sent } from './support/letters-in-memory.js';

const LETTERS = 200;

interface Page {
  readonly items: readonly {
    readonly agreementId: string;
    readonly outcome: string;
    readonly toStage: string | null;
    readonly code: string | null;
    readonly sentence?: { readonly en: string };
  }[];
  readonly counts: readonly {
    readonly outcome: string;
    readonly stage: string;
    readonly agreements: number;
  }[];
  readonly total: number;
  readonly next: string | null;
}

/** The memorandum of this house, whose drafting is called writing and has thirty days from its second version on. */
function house(version: number): WorkflowDefinition {
  const memorandum = definitionOf('memorandum@1')!;
  const stages = memorandum.stages.map((stage) =>
    stage.name === 'drafting' && version > 1 ? { ...stage, name: 'writing' } : stage,
  );
  const back = stages.map((stage) => ({
    ...stage,
    transitions: stage.transitions.map((exit) =>
      version > 1 && exit.to === 'drafting' ? { ...exit, to: 'writing' } : exit,
    ),
  }));
  return {
    ...memorandum,
    name: 'house',
    kind: 'house',
    numberPattern: 'H-{year}-{number:4}',
    version,
    initial: version > 1 ? 'writing' : 'drafting',
    stages: back,
  };
}

describe('agreements in flight under an earlier version', () => {
  let api: ApiInMemory;
  let coordinator: string;
  let log: EventStore;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    coordinator = api.people.coordinator;
    log = api.engine.facts.store;
    await api.post('/api/definitions', house(1), coordinator);
    const parties = [
      { partyId: api.people.base, role: 'first-party' },
      { partyId: api.people.district, role: 'second-party' },
    ];
    const proposals = Array.from({ length: LETTERS }, (_, index) =>
      LetterInMemory.propose(api, { kind: 'house', title: { en: `Letter ${index}` }, parties }),
    );
    const [first] = await Promise.all(proposals);
    await first!.told('withdraw-agreement', { reason: 'Entered twice.' });
    await api.post('/api/definitions', house(2), coordinator);
  }, 60_000);
  afterAll(() => api.close());

  const migrate = async (body: object, who = coordinator) => {
    const sent = { to: 'house@2', dryRun: false, limit: 80, ...body };
    const answer = await api.post('/api/definitions/house@1/migrate', sent, who);
    return { status: answer.statusCode, ...answer.json<Page & Sent>() };
  };
  const stages = { drafting: 'writing' };
  const moved = async (): Promise<readonly string[]> => {
    const streams: string[] = [];
    for await (const { event } of log.readAll(undefined, { streamPrefixes: ['main.agreement-'] }))
      if (event.type === 'DefinitionMigrated') streams.push(event.stream);
    return streams;
  };

  it('are moved by those who may publish definitions only, to one that is there', async () => {
    expect(await migrate({ dryRun: true }, api.people.baseHead)).toMatchObject({ status: 403 });
    expect(await migrate({ dryRun: true }, api.people.auditor)).toMatchObject({ status: 403 });
    expect(await migrate({ to: 'house@3' })).toMatchObject({ status: 422, code: 'unknown-definition' });
    const elsewhere = await api.post(
      '/api/definitions/mansion@1/migrate',
      { to: 'house@2', dryRun: true },
      coordinator,
    );
    expect(elsewhere.statusCode).toBe(404);
  });

  it('are looked at first: why each would stay or where it would go on, and nothing is recorded', async () => {
    const unmapped = await migrate({ dryRun: true });
    expect(unmapped).toMatchObject({
      total: LETTERS - 1,
      counts: [{ outcome: 'stays', stage: 'drafting', code: 'stage-not-there', agreements: 80 }],
    });
    expect(unmapped.items[0]?.sentence?.en).toContain('no stage for drafting');
    let after: string | null | undefined;
    const outcomes: string[] = [];
    do {
      const page = await migrate({ dryRun: true, stages, ...(after ? { after } : {}) });
      outcomes.push(...page.items.map(({ outcome, toStage }) => `${outcome} ${toStage}`));
      after = page.next;
    } while (after !== null);
    expect(outcomes).toHaveLength(LETTERS - 1);
    expect(new Set(outcomes)).toEqual(new Set(['moves writing']));
    expect(await moved()).toEqual([]);
  });

  it('are all moved once, though the run is cut off in the middle and begun anew', async () => {
    expect((await migrate({ stages })).counts).toMatchObject([{ outcome: 'moved', agreements: 80 }]);
    // The log is gone while the second page is on its way.
    let appends = 0;
    const append: EventStore['append'] = (...about) => {
      appends += 1;
      return appends > 50
        ? Promise.reject(new EventStoreUnavailable('taken away'))
        : InMemoryEventStore.prototype.append.apply(log, about);
    };
    Object.assign(log, { append });
    expect(await migrate({ stages })).toMatchObject({ status: 503 });
    Reflect.deleteProperty(log, 'append');
    expect(await moved()).toHaveLength(130);

    const rest = await migrate({ stages });
    expect(rest).toMatchObject({ counts: [{ outcome: 'moved', agreements: 69 }], next: null });
    expect(await migrate({ stages })).toMatchObject({ items: [], total: 0, next: null });
    const all = await moved();
    expect(all).toHaveLength(LETTERS - 1);
    expect(new Set(all).size).toBe(all.length);
  });

  it('go on by the rules of the new one', async () => {
    const [stream = ''] = await moved();
    const id = stream.replace('main.agreement-', '');
    const answer = await api.get(`/api/agreements/${id}`, coordinator);
    const { agreement, possible } = answer.json<{
      agreement: object;
      possible: readonly { readonly command: string }[];
    }>();
    expect(agreement).toMatchObject({ definition: 'house@2', stage: 'writing', kind: 'house' });
    expect(possible.map(({ command }) => command)).toContain('ReviseSection');
    const again = await api.post(`/api/agreements/${id}/migrate-definition`, { to: 'house@2' }, coordinator);
    expect(again.json<Sent>().events).toEqual([]);
  });
});
