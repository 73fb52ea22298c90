import type { Viewer } from '@entente/access';
import { agreementDecider, type AgreementFact, type ProposedAgreement } from '@entente/agreement';
import { readStream, stateOf, streamName, type RecordedEvent } from '@entente/event-sourcing';

import { World } from './world.js';

export interface Cast {
  readonly world: World;
  readonly coordinator: Viewer;
  readonly base: Viewer;
  readonly district: Viewer;
  readonly auditor: Viewer;
}

/** A base, a district and those who look after their letters. */
export async function aCast(world = new World()): Promise<Cast> {
  await world.organisation('Department', '调研宣传部');
  await world.organisation('Agriculture Base', '现代农业智库基地');
  await world.organisation('Daxing Association', '大兴区科协');
  return {
    world,
    coordinator: await world.person('Chen', 'Department', ['coordinator']),
    base: await world.person('Bai', 'Agriculture Base', ['representative', 'signatory']),
    district: await world.person('Dong', 'Daxing Association', ['representative', 'signatory']),
    auditor: await world.person('Ao', 'Department', ['auditor']),
  };
}

interface Side {
  readonly viewer: Viewer;
  readonly partyId: string;
  readonly role: string;
}

/** Walks one letter between the base and the district from proposal to conclusion, a step at a time. */
export class Letter {
  constructor(
    readonly cast: Cast,
    readonly key: string,
    readonly title = { en: `Letter ${key}`, zh: `意向书${key}` },
  ) {}

  get id(): string {
    return this.cast.world.id(this.key);
  }

  get stream(): string {
    return streamName(this.cast.world.space, 'agreement', this.id);
  }

  get parties(): readonly [Side, Side] {
    const { base, district, world } = this.cast;
    return [
      { viewer: base, partyId: world.id('Agriculture Base'), role: 'think-tank-base' },
      { viewer: district, partyId: world.id('Daxing Association'), role: 'district-association' },
    ];
  }

  async propose(): Promise<void> {
    const { world, coordinator } = this.cast;
    await world.letter(coordinator, this.key, {
      type: 'ProposeAgreement',
      kind: 'letter-of-intent',
      title: this.title,
      field: { en: 'Modern agriculture', zh: '现代农业' },
      parties: this.parties.map(({ partyId, role }) => ({ partyId, role })),
    });
  }

  async draft(): Promise<void> {
    const { world, coordinator } = this.cast;
    for (const { partyId, viewer } of this.parties) {
      const positionId = viewer.positions[0]!.positionId;
      await world.letter(coordinator, this.key, { type: 'NameSignatory', partyId, positionId });
    }
    const { textHash } = await this.state();
    for (const { partyId, viewer } of this.parties) {
      await world.letter(viewer, this.key, { type: 'ApproveText', partyId, textHash: textHash! });
    }
  }

  async submitForSigning(): Promise<void> {
    await this.cast.world.letter(this.cast.coordinator, this.key, { type: 'SubmitForSigning' });
  }

  /** Answers the id of the command, by which the entry can be taken back. */
  async sign(index: 0 | 1): Promise<string> {
    const { world, coordinator } = this.cast;
    const { partyId } = this.parties[index];
    const signedOn = world.facts.clock.slice(0, 10);
    const events = await world.letter(coordinator, this.key, {
      type: 'RecordSignature',
      partyId,
      means: 'ink',
      signedOn,
    });
    return events[0]!.commandId;
  }

  async retract(commandId: string): Promise<void> {
    const { world, coordinator } = this.cast;
    await world.letter(coordinator, this.key, { type: 'RetractEntry', commandId, reason: 'Wrong letter.' });
  }

  async plan(dueOn: string): Promise<void> {
    const ownerPartyId = this.parties[0].partyId;
    const title = { en: 'A forum', zh: '论坛' };
    await this.cast.world.letter(this.cast.coordinator, this.key, {
      type: 'PlanMilestone',
      kind: 'forum',
      title,
      ownerPartyId,
      dueOn,
    });
  }

  async completeMilestones(): Promise<void> {
    const { world } = this.cast;
    const [owner, other] = this.parties;
    for (const { milestoneId } of (await this.state()).milestones) {
      const completedOn = this.cast.world.facts.clock.slice(0, 10);
      await world.letter(owner.viewer, this.key, { type: 'CompleteMilestone', milestoneId, completedOn });
      const { partyId } = other;
      await world.letter(other.viewer, this.key, { type: 'ConfirmMilestone', milestoneId, partyId });
    }
  }

  async submitForReview(): Promise<void> {
    await this.cast.world.letter(this.cast.coordinator, this.key, { type: 'SubmitForReview' });
  }

  async conclude(): Promise<void> {
    const { world, coordinator } = this.cast;
    await world.letter(coordinator, this.key, {
      type: 'GiveVerdict',
      outcome: 'passed',
      report: 'Well done.',
    });
    await world.letter(coordinator, this.key, { type: 'ConcludeAgreement' });
  }

  async lastRevision(): Promise<number> {
    return (await this.history()).length - 1;
  }

  history(): Promise<RecordedEvent<AgreementFact>[]> {
    return readStream<AgreementFact>(this.cast.world.facts.store, this.stream, agreementDecider);
  }

  async withdraw(): Promise<void> {
    const { world, coordinator } = this.cast;
    await world.letter(coordinator, this.key, { type: 'WithdrawAgreement', reason: 'No longer wanted.' });
  }

  /** From a proposed one to its conclusion. */
  async walk(): Promise<void> {
    await this.draft();
    await this.submitForSigning();
    await this.sign(0);
    await this.sign(1);
    await this.plan('2026-12-01');
    await this.completeMilestones();
    await this.submitForReview();
    await this.conclude();
  }

  async state(): Promise<ProposedAgreement> {
    const history = await this.history();
    const state = stateOf(
      agreementDecider,
      history.map(({ event }) => event),
    );
    if (state.stage === null) throw new Error(`${this.key} was not proposed`);
    return state;
  }
}
