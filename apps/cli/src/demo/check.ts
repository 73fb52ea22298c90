import type {
  AgreementDetail,
  AgreementReplay,
  HistoryLine,
  OrganisationRow,
  Page,
  PersonRow,
} from '@entente/application';

import { CommandFailed } from '../command-failed.js';
import { HttpClient, type Session } from './http-client.js';
import { DISTRICTS, BASES, PEOPLE } from './cast.js';

export interface CheckedStep {
  readonly step: string;
  readonly milliseconds: number;
}

interface Cast {
  readonly coordinator: Session;
  readonly base: Session & { readonly partyId: string };
  readonly district: Session & { readonly partyId: string };
}

/** Walks a fresh letter through every stage over HTTP, as the demo's people, and asks at each step whether it is so. */
export async function checkDemo(url: string, report: (step: CheckedStep) => void): Promise<void> {
  const walk = new Walk(new HttpClient(url), report);
  await walk.through();
}

class Walk {
  #id = '';

  constructor(
    private readonly http: HttpClient,
    private readonly report: (step: CheckedStep) => void,
  ) {}

  async through(): Promise<void> {
    const cast = await this.#timed('the demo people sign in', () => this.#signIn());
    await this.#timed('the coordinator proposes a letter', () => this.#propose(cast));
    await this.#timed('both parties name who signs', () => this.#nameSignatories(cast));
    await this.#timed('the base revises the text', () => this.#revise(cast));
    await this.#timed('both parties approve the text', () => this.#approve(cast));
    await this.#timed('the coordinator submits it: signing', () =>
      this.#command(cast.coordinator, 'submit-for-signing', {}, 'signing'),
    );
    await this.#timed('both sign: joint research by itself', () => this.#sign(cast));
    await this.#timed('a milestone is planned, done and confirmed', () => this.#research(cast));
    await this.#timed('the coordinator submits it: review', () =>
      this.#command(cast.coordinator, 'submit-for-review', {}, 'review'),
    );
    await this.#timed('a verdict, and it is concluded', () => this.#conclude(cast));
    await this.#timed('it has its number and stands on the board', () => this.#onTheBoard(cast));
    await this.#timed('history and replay agree', () => this.#replay(cast));
  }

  async #signIn(): Promise<Cast> {
    const people = await this.http.get<readonly PersonRow[]>('/api/session/people?space=demo');
    const session = async (name: string): Promise<Session & { partyId: string }> => {
      const person = people.find((row) => row.name.en === name);
      const organisation = person?.positions[0]?.organisation;
      if (!person || !organisation)
        throw new CommandFailed(`The demo has no ${name}: run "entente demo" first.`);
      const { token } = await this.http.post<{ token: string }>('/api/session', {
        space: 'demo',
        personId: person.personId,
      });
      return { personId: person.personId, token, partyId: organisation.organisationId };
    };
    return {
      coordinator: await session(PEOPLE.coordinator.name.en),
      base: await session(PEOPLE.agriculture.name.en),
      district: await session(PEOPLE.daxing.name.en),
    };
  }

  async #propose({ coordinator, base, district }: Cast): Promise<void> {
    const { agreementId } = await this.http.post<{ agreementId: string }>(
      '/api/agreements',
      {
        kind: 'letter-of-intent',
        title: { en: 'Walk through all stages (invented for the demo)', zh: '全程走查（演示虚构）' },
        parties: [
          { partyId: base.partyId, role: 'think-tank-base' },
          { partyId: district.partyId, role: 'district-association' },
        ],
      },
      coordinator,
    );
    this.#id = agreementId;
    await this.#expect(coordinator, 'drafting');
  }

  async #nameSignatories(cast: Cast): Promise<void> {
    for (const [party, name] of [
      [cast.base, BASES.agriculture.name.en],
      [cast.district, DISTRICTS.daxing.name.en],
    ] as const) {
      const found = await this.http.get<Page<OrganisationRow>>(
        `/api/organisations?search=${encodeURIComponent(name)}`,
        party,
      );
      const positionId = found.items[0]?.positions.find(({ roles }) =>
        roles.includes('signatory'),
      )?.positionId;
      await this.#command(party, 'name-signatory', { partyId: party.partyId, positionId });
    }
  }

  async #revise({ base }: Cast): Promise<void> {
    const section = (await this.#detail(base)).agreement.sections[0];
    const english = section?.renditions.en;
    if (!section || !english) throw new CommandFailed('A new letter has no English text to revise.');
    await this.#command(base, 'revise-section', {
      sectionId: section.sectionId,
      rendition: 'en',
      heading: english.heading,
      body: `${english.body}\nBoth sides meet once a quarter.`,
      baseHash: english.hash,
    });
  }

  async #approve(cast: Cast): Promise<void> {
    for (const party of [cast.base, cast.district]) {
      const { textHash } = (await this.#detail(party)).agreement;
      await this.#command(party, 'approve-text', { partyId: party.partyId, textHash });
    }
  }

  async #sign(cast: Cast): Promise<void> {
    const signedOn = await this.#today(cast.coordinator);
    const signature = (partyId: string): object => ({
      partyId,
      means: 'ink',
      signedOn,
      place: 'Beijing 北京',
    });
    await this.#command(cast.coordinator, 'record-signature', signature(cast.base.partyId), 'signing');
    await this.#command(
      cast.coordinator,
      'record-signature',
      signature(cast.district.partyId),
      'joint-research',
    );
  }

  async #research(cast: Cast): Promise<void> {
    const today = await this.#today(cast.coordinator);
    const title = { en: 'A first study', zh: '首项调研' };
    const ownerPartyId = cast.base.partyId;
    await this.#command(cast.base, 'plan-milestone', { kind: 'research', title, ownerPartyId, dueOn: today });
    const milestoneId = (await this.#detail(cast.base)).agreement.milestones[0]?.milestoneId;
    await this.#command(cast.base, 'complete-milestone', { milestoneId, completedOn: today });
    await this.#command(cast.district, 'confirm-milestone', { milestoneId, partyId: cast.district.partyId });
  }

  async #conclude({ coordinator }: Cast): Promise<void> {
    await this.#command(
      coordinator,
      'give-verdict',
      { outcome: 'passed', report: 'Done as agreed.' },
      'review',
    );
    await this.#command(coordinator, 'conclude-agreement', {}, 'concluded');
  }

  async #onTheBoard({ coordinator }: Cast): Promise<void> {
    const { number } = (await this.#detail(coordinator)).agreement;
    if (number === undefined) throw new CommandFailed('The letter has no reference number.');
    const board = await this.http.get<Page<{ agreementId: string; stage: string }>>(
      `/api/agreements?search=${encodeURIComponent(number)}`,
      coordinator,
    );
    const row = board.items.find(({ agreementId }) => agreementId === this.#id);
    if (row?.stage !== 'concluded')
      throw new CommandFailed(`The board shows ${number} as ${row?.stage ?? 'missing'}.`);
  }

  async #replay({ coordinator }: Cast): Promise<void> {
    const history = await this.http.get<Page<HistoryLine>>(
      `/api/agreements/${this.#id}/history?limit=100`,
      coordinator,
    );
    const first = await this.http.get<AgreementReplay>(
      `/api/agreements/${this.#id}/replay?revision=0`,
      coordinator,
    );
    const last = await this.http.get<AgreementReplay>(
      `/api/agreements/${this.#id}/replay?revision=${String(first.lastRevision)}`,
      coordinator,
    );
    const events = history.items.reduce((sum, line) => sum + line.events.length, 0);
    if (events !== first.lastRevision + 1)
      throw new CommandFailed(
        `History shows ${String(events)} events, the log holds ${String(first.lastRevision + 1)}.`,
      );
    if (last.agreement.stage !== 'concluded')
      throw new CommandFailed(`The replay ends in ${last.agreement.stage}.`);
  }

  async #command(who: Session, command: string, body: object, expected?: string): Promise<void> {
    await this.http.post(`/api/agreements/${this.#id}/${command}`, body, who);
    if (expected !== undefined) await this.#expect(who, expected);
  }

  async #expect(who: Session, stage: string): Promise<void> {
    const actual = (await this.#detail(who)).agreement.stage;
    if (actual !== stage)
      throw new CommandFailed(`The letter should be in ${stage}, but it is in ${actual}.`);
  }

  #detail(who: Session): Promise<AgreementDetail> {
    return this.http.get<AgreementDetail>(`/api/agreements/${this.#id}`, who);
  }

  /** The local day as the server sees it: its space's clock may stand elsewhere than this machine's. */
  async #today(who: Session): Promise<string> {
    const { agreement } = await this.#detail(who);
    return Temporal.Instant.from(agreement.stageSince)
      .toZonedDateTimeISO(agreement.deadlines[0]?.zone ?? 'UTC')
      .toPlainDate()
      .toString();
  }

  async #timed<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const result = await work();
    this.report({ step, milliseconds: Math.round(performance.now() - start) });
    return result;
  }
}
