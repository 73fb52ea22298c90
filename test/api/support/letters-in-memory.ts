import type { LightMyRequestResponse } from 'fastify';

import type { ApiInMemory } from './api-in-memory.js';

export interface Sent {
  readonly agreementId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
}

export interface Line {
  readonly commandId: string;
  readonly title: { readonly en: string };
  readonly events: readonly { readonly type: string }[];
}

export interface Replayed {
  readonly agreement: Readonly<Record<string, unknown>> & {
    readonly entries: readonly { readonly commandId: string; readonly types: readonly string[] }[];
  };
  readonly sentence: { readonly en: string };
}

/** A letter over HTTP, from the hands of the people of the in-memory API. */
export class LetterInMemory {
  private constructor(
    private readonly api: ApiInMemory,
    readonly id: string,
  ) {}

  /** A letter of intent with both parties invited, or another proposal. */
  static async propose(api: ApiInMemory, proposal?: object): Promise<LetterInMemory> {
    const { base, district, coordinator } = api.people;
    const parties = [
      { partyId: base, role: 'think-tank-base' },
      { partyId: district, role: 'district-association' },
    ];
    const body = proposal ?? { kind: 'letter-of-intent', title: { en: 'A letter' }, parties };
    const answer = await api.post('/api/agreements', body, coordinator);
    return new LetterInMemory(api, answer.json<Sent>().agreementId);
  }

  send(command: string, body: object, who = this.api.people.coordinator): Promise<LightMyRequestResponse> {
    return this.api.post(`/api/agreements/${this.id}/${command}`, body, who);
  }

  /** Types of the events it made, or the code it was refused with. */
  async told(command: string, body: object, who?: string): Promise<readonly string[] | string> {
    const answer = await this.send(command, body, who);
    return answer.statusCode === 200
      ? answer.json<Sent>().events.map(({ type }) => type)
      : answer.json<Sent>().code;
  }

  async agreement(who = this.api.people.coordinator): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.api.get(`/api/agreements/${this.id}`, who);
    return answer.json<{ agreement: Record<string, unknown> }>().agreement;
  }

  async replayed(revision: number, who = this.api.people.coordinator): Promise<Replayed> {
    return (
      await this.api.get(`/api/agreements/${this.id}/replay?revision=${revision}`, who)
    ).json<Replayed>();
  }
}

/** Another person in a position of the organisation, with these roles. */
export async function appoint(
  api: ApiInMemory,
  organisationId: string,
  name: string,
  roles: readonly string[],
): Promise<string> {
  const { coordinator } = api.people;
  const person = await api.post('/api/people', { name: { en: name }, language: 'en' }, coordinator);
  const { personId } = person.json<Sent>();
  const filled = await api.post(
    `/api/organisations/${organisationId}/fill-position`,
    { title: { en: name }, roles, personId, from: '2026-01-01' },
    coordinator,
  );
  if (filled.statusCode !== 200) throw new Error(filled.body);
  return personId;
}
