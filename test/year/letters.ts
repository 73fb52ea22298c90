import type { Viewer } from '@entente/access';
import { agreementDecider, type AgreementCommand, type ProposedAgreement } from '@entente/agreement';
import { agreementMessages, GrantMandate, type Message } from '@entente/application';
import { readFolded, streamName, type Answer } from '@entente/event-sourcing';

import { SPACE, type Cast, type House } from './cast.js';
import { inDays, inHours, type Life } from './lives.js';
import { ABROAD } from './own-letter.js';

/** One letter on its way, by what its people do. */
export class YearLetter {
  constructor(
    readonly cast: Cast,
    readonly agreementId: string,
    readonly one: House,
    readonly other: House,
  ) {}

  /** Answers the command's id; undefined when it did not come off. */
  async say(who: Viewer | undefined, body: AgreementCommand): Promise<string | undefined> {
    if (!who) return undefined;
    const header = this.cast.header();
    const Kind = agreementMessages[body.type];
    // One table holds all classes, so the compiler cannot pair this class with this body; the key above does.
    const message = new (Kind as new (...args: unknown[]) => Message<AgreementCommand>)(
      who,
      header,
      this.agreementId,
      body,
    );
    const answer: Answer | undefined = await this.cast.office.send(message);
    return answer ? header.commandId : undefined;
  }

  coordinator(body: AgreementCommand): Promise<string | undefined> {
    return this.say(this.cast.coordinators[0], body);
  }

  /** What takes two of them. */
  async coordinators(body: AgreementCommand): Promise<void> {
    const overrideId = await this.coordinator(body);
    if (overrideId !== undefined)
      await this.say(this.cast.coordinators[1], { type: 'ConfirmOverride', overrideId });
  }

  deputy(house: House, body: AgreementCommand): Promise<string | undefined> {
    return this.say(this.cast.viewer(house.deputy), body);
  }

  async state(): Promise<ProposedAgreement> {
    const stream = streamName(SPACE, 'agreement', this.agreementId);
    const { state } = await readFolded(this.cast.office.facts.store, stream, agreementDecider);
    if (state.stage === null) throw new Error(`${this.agreementId} was not proposed`);
    return state;
  }
}

const ROLES: Readonly<Record<string, readonly [string, string]>> = {
  'letter-of-intent': ['think-tank-base', 'district-association'],
  memorandum: ['first-party', 'second-party'],
  framework: ['convener', 'member'],
};

/** From its proposal to wherever it gets within the year; much of it late, some of it never. */
export async function* letterLife(cast: Cast, letter: YearLetter, definition: string, deskId: string): Life {
  const { random, office } = cast;
  const name = definition.split('@')[0] ?? '';
  const kind = name === ABROAD ? 'letter-of-intent' : name;
  const [role, otherRole] = ROLES[kind] ?? ['', ''];
  const parties = [
    { partyId: letter.one.organisationId, role },
    { partyId: letter.other.organisationId, role: otherRole },
  ];
  const begun = {
    type: 'ProposeAgreement',
    kind,
    definition,
    title: { en: 'Letter' },
    parties,
    deskId,
  } as const;
  await letter.coordinator(begun);
  yield inDays(office.now, 2 + random.below(32), random);
  if (random.chance(0.08)) {
    await letter.coordinator({ type: 'WithdrawAgreement', reason: 'Not wanted.' });
    return;
  }
  await drafted(letter);
  yield* signing(cast, letter);
  if ((await letter.state()).stage !== 'joint-research') return;
  yield* research(cast, letter);
  yield* review(cast, letter);
}

async function drafted(letter: YearLetter): Promise<void> {
  const { one, other } = letter;
  for (const { organisationId: partyId, head: positionId } of [one, other])
    await letter.coordinator({ type: 'NameSignatory', partyId, positionId });
  const { textHash } = await letter.state();
  for (const house of [one, other])
    await letter.deputy(house, {
      type: 'ApproveText',
      partyId: house.organisationId,
      textHash: textHash ?? '',
    });
  await letter.coordinator({ type: 'SubmitForSigning' });
}

/** The first signs, perhaps by mistake; the second may hand over, decline, or wait for ever. */
async function* signing(cast: Cast, letter: YearLetter): Life {
  const { random, office } = cast;
  yield inDays(office.now, random.below(14), random);
  const first = await sign(letter, letter.one);
  if (first !== undefined && random.chance(0.15)) {
    yield inHours(office.now, 3);
    await letter.coordinator({ type: 'RetractEntry', commandId: first, reason: 'Wrong letter.' });
    yield inDays(office.now, 1 + random.below(6), random);
    await sign(letter, letter.one);
  }
  yield inDays(office.now, 1 + random.below(14), random);
  if (random.chance(0.2)) yield* handedOver(cast, letter);
  if (random.chance(0.1)) await waived(letter);
  if (random.chance(0.06)) {
    const partyId = letter.other.organisationId;
    await letter.coordinator({ type: 'DeclineSigning', partyId, reason: 'No budget.' });
    yield inDays(office.now, 2, random);
    await letter.coordinator({ type: 'CloseDeclined' });
    return;
  }
  if (random.chance(0.06)) return;
  const last = await sign(letter, letter.other);
  if (last !== undefined && random.chance(0.15)) {
    yield inHours(office.now, 4);
    await letter.coordinator({ type: 'RetractEntry', commandId: last, reason: 'It was a copy.' });
    yield inDays(office.now, 2 + random.below(12), random);
    await sign(letter, letter.other);
  }
  yield inDays(office.now, random.below(8), random);
  await letter.coordinator({ type: 'FileSignedCopy', sha256: cast.scan, matchesText: true });
}

/** Nobody insists on the day any more. */
async function waived(letter: YearLetter): Promise<void> {
  const { deadlines } = await letter.state();
  const open = deadlines.find(({ kind, status }) => kind === 'stage' && status === 'open');
  if (open)
    await letter.coordinators({ type: 'WaiveDeadline', deadlineId: open.deadlineId, reason: 'Holidays.' });
}

async function* handedOver(cast: Cast, letter: YearLetter): Life {
  const { office, random } = cast;
  const { organisationId: partyId, head, deputy } = letter.other;
  const header = cast.header();
  const grantor = cast.viewer(head);
  if (!grantor) return;
  const body = {
    type: 'GrantMandate',
    fromPositionId: head,
    toPositionId: deputy,
    scope: {},
    from: cast.today,
  } as const;
  if (!(await office.send(new GrantMandate(grantor, header, partyId, body)))) return;
  const mandate = header.commandId;
  await letter.coordinator({ type: 'HandOverSigning', partyId, positionId: deputy, mandate });
  yield inDays(office.now, 1 + random.below(5), random);
}

function sign(letter: YearLetter, { organisationId: partyId }: House): Promise<string | undefined> {
  const signedOn = letter.cast.today;
  return letter.coordinator({ type: 'RecordSignature', partyId, means: 'ink', signedOn });
}

/** Up to three milestones; some are moved, done late, or confirmed by mistake. */
async function* research(cast: Cast, letter: YearLetter): Life {
  const { random, office } = cast;
  const { one, other } = letter;
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const days = 15 + random.below(60);
    const dueOn = inDays(office.now, days, random).slice(0, 10);
    const title = { en: 'Study' };
    const plan = {
      type: 'PlanMilestone',
      kind: 'research',
      title,
      ownerPartyId: one.organisationId,
      dueOn,
    } as const;
    const planned = await letter.coordinator(plan);
    if (planned === undefined) return;
    yield inDays(office.now, 1 + random.below(days), random);
    if (random.chance(0.3)) {
      const value = inDays(office.now, 10 + random.below(40), random).slice(0, 10);
      const moved = {
        type: 'CorrectEntry',
        commandId: planned,
        field: 'dueOn',
        value,
        reason: 'Later.',
      } as const;
      await letter.coordinators({ ...moved, override: true });
    }
    yield inDays(office.now, 1 + random.below(40), random);
    const milestoneId = planned;
    await letter.deputy(one, { type: 'CompleteMilestone', milestoneId, completedOn: cast.today });
    const partyId = other.organisationId;
    const confirmed = await letter.deputy(other, { type: 'ConfirmMilestone', milestoneId, partyId });
    if (confirmed === undefined || !random.chance(0.2)) continue;
    yield inHours(office.now, 5);
    await letter.deputy(other, { type: 'RetractEntry', commandId: confirmed, reason: 'Too early.' });
    yield inDays(office.now, 3 + random.below(20), random);
    await letter.deputy(other, { type: 'ConfirmMilestone', milestoneId, partyId });
  }
}

async function* review(cast: Cast, letter: YearLetter): Life {
  const { random, office } = cast;
  await letter.coordinator({ type: 'SubmitForReview' });
  yield inDays(office.now, 3 + random.below(25), random);
  const outcome = random.chance(0.8) ? 'passed' : 'failed';
  await letter.coordinator({ type: 'GiveVerdict', outcome, report: 'Read.' });
  await letter.coordinator({ type: 'ConcludeAgreement' });
}
