import type { Viewer } from '@entente/access';
import { readOrganisation, type PersonRow, type PositionHolder } from '@entente/application';
import type { OrganisationFact, PersonFact } from '@entente/directory';

import type { MemoryFacts } from './memory-facts.js';

export class MemoryDirectory {
  constructor(private readonly facts: MemoryFacts) {}

  async *#organisations(space: string): AsyncGenerator<string> {
    const filter = { streamPrefixes: [`${space}.organisation-`] };
    for await (const { event } of this.facts.store.readAll(undefined, filter)) {
      if ((event as unknown as OrganisationFact).type === 'OrganisationRegistered') {
        yield event.stream.slice(`${space}.organisation-`.length);
      }
    }
  }

  async people(space: string): Promise<PersonRow[]> {
    const people: PersonRow[] = [];
    for await (const { event } of this.facts.store.readAll(undefined, {
      streamPrefixes: [`${space}.person-`],
    })) {
      const fact = event as unknown as PersonFact;
      if (fact.type !== 'PersonRegistered') continue;
      const { name, language } = fact.data;
      const personId = event.stream.slice(`${space}.person-`.length);
      people.push({ personId, name: name ?? {}, language, positions: [] });
    }
    return people;
  }

  async personOf(space: string, personId: string): Promise<PositionHolder | undefined> {
    const found = (await this.people(space)).find((person) => person.personId === personId);
    // Everybody may sign in here.
    return found && { personId, name: found.name, language: found.language, hasInbox: true };
  }

  /** Nobody stands above anybody here. */
  representativesOf(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  deskOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async holderOf(space: string, positionId: string): Promise<PositionHolder | undefined> {
    for await (const organisationId of this.#organisations(space)) {
      const read = await readOrganisation(this.facts.store, space, organisationId);
      const filled = read?.organisation.positions.find((position) => position.positionId === positionId);
      if (filled) return this.personOf(space, filled.personId);
    }
    return undefined;
  }

  deskHolderOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async viewerOf(space: string, personId: string): Promise<Viewer | undefined> {
    const people = await this.people(space);
    if (!people.some((person) => person.personId === personId)) return undefined;
    const positions: Viewer['positions'][number][] = [];
    for await (const organisationId of this.#organisations(space)) {
      const read = await readOrganisation(this.facts.store, space, organisationId);
      for (const filled of read?.organisation.positions ?? []) {
        if (filled.personId !== personId) continue;
        positions.push({ positionId: filled.positionId, organisationId, roles: filled.roles });
      }
    }
    return { space, personId, positions };
  }
}
