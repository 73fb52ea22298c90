import { eventually, type SigningOffice } from '../api/support/signing-office.js';

interface Outbox {
  readonly items: readonly { readonly text: string; readonly to: { readonly personId: string } }[];
}
interface Letter {
  readonly deadlines: readonly {
    readonly deadlineId: string;
    readonly kind: string;
    readonly status: string;
  }[];
}
interface Reminders {
  readonly items: readonly {
    readonly step: string;
    readonly told: readonly {
      readonly status: string;
      readonly reason: string | null;
      readonly person: { readonly personId: string } | null;
    }[];
  }[];
}

/** What became of the reminders of one letter to one person, as a coordinator asks for it. */
export class RemindedLetter {
  constructor(
    private readonly office: SigningOffice,
    private readonly agreementId: string,
    private readonly personId: string,
  ) {}

  /** Of the signatures. */
  async deadlineId(): Promise<string> {
    const { deadlines } = await this.office.letter<Letter>(this.agreementId);
    const signing = deadlines.find(({ kind, status }) => kind === 'stage' && status === 'open');
    return signing?.deadlineId ?? '';
  }

  linkInOutbox(): Promise<string> {
    return eventually(async () => {
      const { items } = await this.office.api.get<Outbox>('/api/outbox', this.office.coordinator);
      const mail = items.find(({ to }) => to.personId === this.personId);
      const [found] = /\/answer\/[\w-]+/u.exec(mail?.text ?? '') ?? [];
      if (found === undefined) throw new Error('no mail with a link yet');
      return found;
    });
  }

  /** Of the last event. */
  async position(): Promise<string> {
    const { rows } = await this.office.api.entente.database.pool.query<{ last: string }>(
      'SELECT max(position)::text AS last FROM log.event',
    );
    return rows[0]?.last ?? '';
  }

  async toldOf(step: string, token = this.office.coordinator): Promise<Reminders['items'][number]['told']> {
    const path = `/api/agreements/${this.agreementId}/reminders?limit=100`;
    const { items } = await this.office.api.get<Reminders>(path, token);
    return items.find((one) => one.step === step)?.told ?? [];
  }

  async fateOf(step: string): Promise<string | undefined> {
    const told = await this.toldOf(step);
    const theirs = told.find(({ person }) => person?.personId === this.personId);
    return theirs && `${theirs.status} ${theirs.reason ?? ''}`.trim();
  }
}
