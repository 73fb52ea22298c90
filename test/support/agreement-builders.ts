import { createHash } from 'node:crypto';

import {
  agreementDecider,
  definitionOf,
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
  type AgreementFact,
  type AgreementRefusalCode,
  type FileReference,
  type OrganisationSnapshot,
  type ProposedAgreement,
} from '@entente/agreement';
import { chinaCalendar } from '@entente/calendar';
import {
  given,
  isRefused,
  stamp,
  stateOf,
  type Circumstances,
  type EventEnvelope,
  type Outcome,
  type PastEntry,
  type Stamped,
} from '@entente/event-sourcing';

/** A think-tank base and a district association about to agree. */
export const BASE = '10000000-0000-4000-8000-000000000001';
export const DISTRICT = '10000000-0000-4000-8000-000000000002';
export const BASE_HEAD = '20000000-0000-4000-8000-000000000001';
export const DISTRICT_CHAIR = '20000000-0000-4000-8000-000000000002';
export const DISTRICT_DEPUTY = '20000000-0000-4000-8000-000000000003';
export const COORDINATOR = '30000000-0000-4000-8000-000000000001';
export const BASE_PERSON = '30000000-0000-4000-8000-000000000002';
export const DISTRICT_PERSON = '30000000-0000-4000-8000-000000000003';
/** A second person at the coordinating desk. */
export const HEAD = '30000000-0000-4000-8000-000000000004';
export const AGREEMENT = '40000000-0000-4000-8000-000000000001';

/** Monday, 9 o'clock in Shanghai. */
export const START = '2026-03-02T01:00:00.000Z';
export const TODAY = '2026-03-02';
const MINUTES_BETWEEN_ENTRIES = 10;

/** The file that is stored. */
export const FIRST_DESK = '33333333-3333-4333-8333-333333333333';
export const SCAN: FileReference = { sha256: 'a'.repeat(64), size: 40_000, mediaType: 'application/pdf' };

export const organisations: readonly OrganisationSnapshot[] = [
  {
    organisationId: BASE,
    revision: 1,
    name: { zh: '现代农业智库基地', en: 'Modern Agriculture Think Tank Base' },
    positions: [
      { positionId: BASE_HEAD, title: { zh: '基地负责人', en: 'Head of the base' }, personId: BASE_PERSON },
    ],
  },
  {
    organisationId: DISTRICT,
    revision: 2,
    name: { zh: '大兴区科学技术协会', en: 'Daxing District Association' },
    positions: [
      { positionId: DISTRICT_CHAIR, title: { zh: '主席', en: 'Chair' }, personId: DISTRICT_PERSON },
      { positionId: DISTRICT_DEPUTY, title: { zh: '副主席', en: 'Deputy chair' }, personId: '' },
    ],
  },
];

export function sampleContext(change: Partial<AgreementContext> = {}): AgreementContext {
  const definition = definitionOf('letter-of-intent@1');
  if (!definition) throw new Error('letter-of-intent@1 is gone');
  const { definition: pinned = definition } = change;
  return {
    definition,
    calendar: chinaCalendar,
    zone: 'Asia/Shanghai',
    tzdb: '2026a',
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    organisations,
    file: SCAN,
    desk: { deskId: FIRST_DESK, revision: 4 },
    overrides: 'by-two',
    target: { ...pinned, version: pinned.version + 1 },
    ...change,
  };
}

type AgreementOutcome = Outcome<Agreement, AgreementFact, AgreementRefusalCode>;

/** A letter with a history. Immutable: every step answers a new one. */
export class Letter {
  #history: readonly Stamped<AgreementFact>[] | undefined;
  #state: Agreement | undefined;

  constructor(
    readonly entries: readonly PastEntry<AgreementFact>[] = [],
    readonly context: AgreementContext = sampleContext(),
    readonly rules: typeof agreementDecider = agreementDecider,
  ) {}

  /** The same letter, going on under other rules. */
  under(rules: typeof agreementDecider): Letter {
    return new Letter(this.entries, this.context, rules);
  }

  /** The next moment: ten minutes after the last entry. */
  get now(): string {
    return Temporal.Instant.from(this.entries.at(-1)?.at?.now ?? START)
      .add({ minutes: this.entries.length === 0 ? 0 : MINUTES_BETWEEN_ENTRIES })
      .toString({ smallestUnit: 'millisecond' });
  }

  get history(): readonly Stamped<AgreementFact>[] {
    this.#history ??= this.entries.reduce<readonly Stamped<AgreementFact>[]>(
      (history, { facts, at }) => [
        ...history,
        ...stamp(facts, { ...this.#at(0), ...at, nextRevision: history.length }),
      ],
      [],
    );
    return this.#history;
  }

  get state(): ProposedAgreement {
    const state = (this.#state ??= stateOf(this.rules, this.history));
    if (state.stage === null) throw new Error('nothing has been proposed');
    return state;
  }

  /** Command id of the entry at `index` (from the end when negative). */
  commandId(index: number): string {
    const entry = this.entries.at(index)?.at?.commandId;
    if (entry === undefined) throw new Error(`there is no entry ${index}`);
    return entry;
  }

  /** Decides the command ten minutes after the last entry, as the coordinator unless `at` says otherwise. */
  when(command: AgreementCommand, at: Partial<Circumstances> = {}): AgreementOutcome {
    return given(this.rules, ...this.entries).when(command, this.context, {
      ...this.#at(this.entries.length),
      ...at,
    });
  }

  /** The letter after the command; throws when it is refused or changes nothing. */
  after(command: AgreementCommand, at: Partial<Circumstances> = {}): Letter {
    const { decision } = this.when(command, at);
    if (isRefused(decision)) throw new Error(`${command.type} is refused: ${decision.refused.code}`);
    if (decision.length === 0) throw new Error(`${command.type} changes nothing`);
    return this.with(decision, at);
  }

  /** The letter with an entry that was decided before. */
  with(facts: readonly AgreementFact[], at: Partial<Circumstances> = {}): Letter {
    const entry = { facts, at: { ...this.#at(this.entries.length), ...at } };
    return new Letter([...this.entries, entry], this.context, this.rules);
  }

  /** The history as a log would hold it. */
  envelopes(agreementId = AGREEMENT, space = 'main'): EventEnvelope<AgreementFact>[] {
    return this.history.map((event) => ({
      ...event,
      id: `${agreementId.slice(0, 24)}${String(event.revision).padStart(12, '0')}`,
      space,
      stream: `${space}.agreement-${agreementId}`,
      schemaVersion: agreementDecider.schemaVersions[event.type],
      bodyMac: '0'.repeat(64),
      causationId: event.commandId,
      correlationId: event.commandId,
      salt: '0'.repeat(32),
    }));
  }

  #at(index: number): Circumstances {
    const commandId = `50000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    return { now: this.now, actor: COORDINATOR, commandId, nextRevision: 0 };
  }
}

export const commands = {
  propose: {
    type: 'ProposeAgreement',
    kind: 'letter-of-intent',
    title: { zh: '大兴现代农业合作意向书', en: 'Modern agriculture in Daxing' },
    field: { zh: '现代农业', en: 'modern agriculture' },
    parties: [
      { partyId: BASE, role: 'think-tank-base' },
      { partyId: DISTRICT, role: 'district-association' },
    ],
  },
  nameBaseSignatory: { type: 'NameSignatory', partyId: BASE, positionId: BASE_HEAD },
  nameDistrictSignatory: { type: 'NameSignatory', partyId: DISTRICT, positionId: DISTRICT_CHAIR },
  submitForSigning: { type: 'SubmitForSigning' },
  signBase: { type: 'RecordSignature', partyId: BASE, means: 'ink', signedOn: TODAY, place: '北京' },
  signDistrict: { type: 'RecordSignature', partyId: DISTRICT, means: 'seal', signedOn: TODAY },
  declineDistrict: { type: 'DeclineSigning', partyId: DISTRICT, reason: 'The budget was not granted.' },
  closeDeclined: { type: 'CloseDeclined' },
  planResearch: {
    type: 'PlanMilestone',
    kind: 'research',
    title: { zh: '联合调研', en: 'A joint study' },
    ownerPartyId: BASE,
    dueOn: '2026-06-30',
  },
  submitForReview: { type: 'SubmitForReview' },
  pass: { type: 'GiveVerdict', outcome: 'passed', report: 'Done as agreed.' },
  requestRevision: { type: 'GiveVerdict', outcome: 'revision-requested', report: 'The data are missing.' },
  fail: { type: 'GiveVerdict', outcome: 'failed', report: 'Nothing was delivered.' },
  conclude: { type: 'ConcludeAgreement' },
  withdraw: { type: 'WithdrawAgreement', reason: 'Entered for the wrong district.' },
  fileSignedCopy: { type: 'FileSignedCopy', sha256: SCAN.sha256, matchesText: true },
  assignDesk: { type: 'AssignDesk', deskId: FIRST_DESK },
  holdOriginals: { type: 'HoldOriginals', holderId: BASE, copies: 2, archiveNumber: '2026-17' },
  void: { type: 'VoidAgreement', as: 'entered-in-error', reason: 'Meant for another district.' },
  number: { type: 'NumberAgreement', number: 'LOI-2026-0001', register: 'register-letter-of-intent-2026@0' },
} as const satisfies Record<string, AgreementCommand>;

export function approve(letter: Letter, partyId: string): AgreementCommand {
  return { type: 'ApproveText', partyId, textHash: letter.state.textHash ?? '' };
}

export function complete(letter: Letter, index = 0): AgreementCommand {
  return { type: 'CompleteMilestone', milestoneId: milestoneId(letter, index), completedOn: TODAY };
}

export function confirm(letter: Letter, partyId: string, index = 0): AgreementCommand {
  return { type: 'ConfirmMilestone', milestoneId: milestoneId(letter, index), partyId };
}

export function cancel(
  letter: Letter,
  { index = 0, reason = 'The site was sold.' }: { readonly index?: number; readonly reason?: string } = {},
): AgreementCommand {
  return { type: 'CancelMilestone', milestoneId: milestoneId(letter, index), reason };
}

export function milestoneId(letter: Letter, index = 0): string {
  const milestone = letter.state.milestones[index];
  if (!milestone) throw new Error(`there is no milestone ${index}`);
  return milestone.milestoneId;
}

/** Drafted so far that it can be submitted: both parties named who signs and approved the text. */
export function readyToSign(): Letter {
  const named = new Letter()
    .after(commands.propose)
    .after(commands.nameBaseSignatory)
    .after(commands.nameDistrictSignatory);
  const once = named.after(approve(named, BASE), { actor: BASE_PERSON });
  return once.after(approve(once, DISTRICT), { actor: DISTRICT_PERSON });
}

/** One milestone planned, completed and confirmed. */
export function readyForReview(): Letter {
  const planned = letterIn('joint-research').after(commands.planResearch);
  const completed = planned.after(complete(planned), { actor: BASE_PERSON });
  return completed.after(confirm(completed, DISTRICT), { actor: DISTRICT_PERSON });
}

/** A letter that has just come to the stage by the shortest way. */
export function letterIn(
  stage:
    | 'drafting'
    | 'signing'
    | 'joint-research'
    | 'review'
    | 'concluded'
    | 'terminated'
    | 'withdrawn'
    | 'declined'
    | 'voided',
): Letter {
  switch (stage) {
    case 'drafting':
      return new Letter().after(commands.propose);
    case 'signing':
      return readyToSign().after(commands.submitForSigning);
    case 'joint-research':
      return letterIn('signing').after(commands.signBase).after(commands.signDistrict);
    case 'review':
      return readyForReview().after(commands.submitForReview);
    case 'concluded':
      return letterIn('review').after(commands.pass).after(commands.conclude);
    case 'terminated':
      return letterIn('review').after(commands.fail);
    case 'withdrawn':
      return letterIn('drafting').after(commands.withdraw);
    case 'declined':
      return letterIn('signing').after(commands.declineDistrict).after(commands.closeDeclined);
    case 'voided': {
      const asked = letterIn('drafting').after(commands.void);
      return asked.after({ type: 'ConfirmOverride', overrideId: asked.commandId(-1) }, { actor: HEAD });
    }
  }
}
