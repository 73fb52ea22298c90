import { agreementDecider, type DefinitionPublished, type WorkflowDefinition } from '@entente/agreement';
import type { AgreementUnder, ListAgreementsUnder, ListCountedWithOlder } from '@entente/application';
import { calendarNames } from '@entente/calendar';
import type { CalendarPublished } from '@entente/directory';
import { readFolded, type EventStore } from '@entente/event-sourcing';

export async function published(store: EventStore, space: string): Promise<WorkflowDefinition[]> {
  const found: WorkflowDefinition[] = [];
  const filter = { streamPrefixes: [`${space}.workflow-`] };
  for await (const { event } of store.readAll(undefined, filter)) {
    found.push((event as unknown as DefinitionPublished).data.definition as WorkflowDefinition);
  }
  return found;
}

export async function under(
  store: EventStore,
  space: string,
  definition: string,
  { after = '', limit }: ListAgreementsUnder['page'],
) {
  const streams = new Set<string>();
  const filter = { streamPrefixes: [`${space}.agreement-`] };
  for await (const { event } of store.readAll(undefined, filter)) streams.add(event.stream);
  const all: AgreementUnder[] = [];
  for (const stream of [...streams].sort()) {
    const { state } = await readFolded(store, stream, agreementDecider);
    if (state.stage === null || state.ended || state.definition !== definition) continue;
    const { number = null, stage } = state;
    all.push({ agreementId: stream.slice(`${space}.agreement-`.length), number, stage, definition });
  }
  const rest = all.filter(({ agreementId }) => agreementId > after);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? items.at(-1)!.agreementId : null, total: all.length };
}

export async function counted(
  store: EventStore,
  space: string,
  calendar: string,
  version: number,
  { after = '', limit }: ListCountedWithOlder['page'],
) {
  const streams = new Set<string>();
  const filter = { streamPrefixes: [`${space}.agreement-`] };
  for await (const { event } of store.readAll(undefined, filter)) streams.add(event.stream);
  const all: string[] = [];
  for (const stream of [...streams].sort()) {
    const { state } = await readFolded(store, stream, agreementDecider);
    const names = state.stage === null ? [] : state.deadlines.filter(({ status }) => status === 'open');
    const isOlder = names.some(({ calendar: name }) =>
      calendarNames(name).some((known) => known.id === calendar && known.version !== version),
    );
    if (isOlder) all.push(stream.slice(`${space}.agreement-`.length));
  }
  const rest = all.filter((id) => id > after);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? items.at(-1)! : null, total: all.length };
}

export async function calendars(store: EventStore, space: string): Promise<CalendarPublished['data'][]> {
  const newest = new Map<string, CalendarPublished['data']>();
  const filter = { streamPrefixes: [`${space}.calendar-`] };
  for await (const { event } of store.readAll(undefined, filter)) {
    const { data } = event as unknown as CalendarPublished;
    newest.set(data.calendar.id, data);
  }
  return [...newest.values()];
}
