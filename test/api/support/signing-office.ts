import { CommandBus } from '@nestjs/cqrs';

import { ApiOnPostgres, type Detail, type Done } from './api-on-postgres.js';
import { staff } from './in-memory-engine.js';

export interface Seat {
  readonly organisationId: string;
  readonly positionId: string;
  readonly token: string;
}

export interface House extends Seat {
  readonly name: string;
  readonly deputy: Seat;
}

/** A coordinator, a base and three districts in the demo's space, whose clock can be moved. */
export class SigningOffice {
  private constructor(
    readonly api: ApiOnPostgres,
    readonly coordinator: string,
    readonly base: House,
    readonly districts: readonly House[],
  ) {}

  static async open(webRoot?: string): Promise<SigningOffice> {
    const api = await ApiOnPostgres.open(webRoot);
    await api.entente.clocks.setDemoClock(instantOf('2026-03-02T09:00'));
    const bus = api.started.app.get(CommandBus);
    const people = await staff((message) => bus.execute(message), api.entente.facts, 'demo');
    // Whoever signs in is looked up in a view.
    const coordinator = await eventually(() => api.signIn(people.coordinator, 'demo'));
    const house = houseOf(api, coordinator);
    const base = await house('Orchard Base');
    const districts = [await house('Daxing'), await house('Chaoyang'), await house('Tongzhou')];
    return new SigningOffice(api, coordinator, base, districts);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** `2026-03-06T16:00` by the clock on the wall in Shanghai. */
  async goTo(local: string): Promise<void> {
    await this.api.entente.clocks.setDemoClock(instantOf(local));
  }

  tell(agreementId: string, command: string, body: object, token = this.coordinator): Promise<Done> {
    return this.api.post<Done>(`/api/agreements/${agreementId}/${command}`, token, body);
  }

  async letter<Agreement = Detail['agreement']>(agreementId: string): Promise<Agreement> {
    const detail = await this.api.get<{ agreement: Agreement }>(
      `/api/agreements/${agreementId}`,
      this.coordinator,
    );
    return detail.agreement;
  }

  /** Both sides write, name who signs and approve the same text; then it is submitted. */
  async draft(district: House): Promise<string> {
    const { agreementId } = await this.api.post<Done>('/api/agreements', this.coordinator, {
      kind: 'letter-of-intent',
      title: { en: `Orchards of ${district.name}` },
      parties: [
        { partyId: this.base.organisationId, role: 'think-tank-base' },
        { partyId: district.organisationId, role: 'district-association' },
      ],
    });
    const sides = [this.base, district];
    for (const [index, side] of sides.entries()) {
      const { sections } = await this.letter<Drafted>(agreementId);
      const section = sections[index]!;
      const { heading, body, hash } = section.renditions.en;
      await this.tell(
        agreementId,
        'revise-section',
        {
          sectionId: section.sectionId,
          rendition: 'en',
          heading,
          body: `${body}\n${side.name} agrees.`,
          baseHash: hash,
        },
        side.token,
      );
    }
    for (const { organisationId: partyId, positionId } of sides)
      await this.tell(agreementId, 'name-signatory', { partyId, positionId });
    const { textHash } = await this.letter(agreementId);
    for (const { organisationId: partyId, token } of sides)
      await this.tell(agreementId, 'approve-text', { partyId, textHash }, token);
    await this.tell(agreementId, 'submit-for-signing', {});
    return agreementId;
  }
}

interface Drafted {
  readonly sections: readonly {
    readonly sectionId: string;
    readonly renditions: {
      readonly en: { readonly heading: string; readonly body: string; readonly hash: string };
    };
  }[];
}

export const instantOf = (local: string): string =>
  Temporal.PlainDateTime.from(local)
    .toZonedDateTime('Asia/Shanghai')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** What a background worker does a moment later. */
export async function eventually<Result>(look: () => Promise<Result>): Promise<Result> {
  const end = performance.now() + 20_000;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function houseOf(api: ApiOnPostgres, coordinator: string): (name: string) => Promise<House> {
  async function seat(organisationId: string, title: string): Promise<Seat> {
    const person = { name: { en: `${title} Person` }, language: 'en' };
    const { personId } = await api.post<Done>('/api/people', coordinator, person);
    const positionId = crypto.randomUUID();
    await api.post<Done>(`/api/organisations/${organisationId}/fill-position`, coordinator, {
      positionId,
      title: { en: title },
      roles: ['representative', 'signatory'],
      personId,
      from: '2026-01-01',
    });
    return { organisationId, positionId, token: await api.signIn(personId, 'demo') };
  }
  return async (name) => {
    const { organisationId } = await api.post<Done>('/api/organisations', coordinator, {
      name: { en: name },
    });
    const head = await seat(organisationId, `Head of ${name}`);
    return { name, ...head, deputy: await seat(organisationId, `Deputy of ${name}`) };
  };
}
