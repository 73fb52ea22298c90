import type { AgreementCommand, ProposedAgreement } from '@entente/agreement';
import type { Circumstances } from '@entente/event-sourcing';
import fc from 'fast-check';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  commands,
  COORDINATOR,
  DISTRICT,
  DISTRICT_CHAIR,
  DISTRICT_DEPUTY,
  DISTRICT_PERSON,
  HEAD,
  SCAN,
  type Letter,
} from './agreement-builders.js';

/** One thing somebody does to a letter, sensible or not. */
export interface Move {
  readonly command: (letter: Letter) => AgreementCommand;
  readonly at: (letter: Letter) => Partial<Circumstances>;
}

const PARTIES = [BASE, DISTRICT, 'nobody'] as const;
const DAYS = [
  '2026-03-01',
  '2026-03-02',
  '2026-03-03',
  '2026-03-20',
  '2026-02-30',
  '9999-12-31',
  'soon',
] as const;
const TEXTS = ['', 'some words', 'other words', 'a\0b', '\ud800', '字'.repeat(300)] as const;

const party = fc.constantFrom(...PARTIES);
const day = fc.constantFrom(...DAYS);
const text = fc.constantFrom(...TEXTS);

const fixed = fc.constantFrom<AgreementCommand>(...Object.values(commands));

const about = fc.oneof(
  fc.record({
    type: fc.constant('InviteParty' as const),
    partyId: party,
    role: fc.constantFrom('think-tank-base', 'x'),
  }),
  fc.record({
    type: fc.constant('NameSignatory' as const),
    partyId: party,
    positionId: fc.constantFrom(BASE_HEAD, DISTRICT_CHAIR, DISTRICT_DEPUTY),
  }),
  fc.record({
    type: fc.constant('RecordSignature' as const),
    partyId: party,
    means: fc.constantFrom('ink', 'seal', 'in-app'),
    signedOn: day,
  }),
  fc.record({ type: fc.constant('DeclineSigning' as const), partyId: party, reason: text }),
  fc.record({
    type: fc.constant('PlanMilestone' as const),
    kind: fc.constant('design' as const),
    title: fc.record({ en: text }),
    ownerPartyId: party,
    dueOn: day,
  }),
  fc.record({ type: fc.constant('ServeText' as const), partyId: party }),
  fc.record({
    type: fc.constant('AttachAnnex' as const),
    sha256: fc.constantFrom(SCAN.sha256, 'b'.repeat(64)),
    title: fc.record({ en: text }),
  }),
  fc.record({
    type: fc.constant('RemoveTextFile' as const),
    rendition: fc.constantFrom('zh', 'en'),
    sha256: fc.constant(SCAN.sha256),
  }),
  fc.record({ type: fc.constant('RemoveAnnex' as const), sha256: fc.constant(SCAN.sha256) }),
  fc.record({
    type: fc.constant('AddComment' as const),
    partyId: party,
    audience: fc.constantFrom('own-side', 'coordinators', 'parties'),
    text,
  }),
  fc.record({
    type: fc.constant('FileSignedCopy' as const),
    sha256: fc.constantFrom(SCAN.sha256, 'b'.repeat(64)),
    matchesText: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('GiveVerdict' as const),
    outcome: fc.constantFrom('passed', 'revision-requested', 'failed'),
    report: text,
  }),
);

/** Commands that refer to what the letter holds, so that most of them are possible. */
const referring = fc
  .record({
    what: fc.constantFrom(
      'revise',
      'revise',
      'revise',
      'approve',
      'complete',
      'confirm',
      'cancel',
      'retract',
      'retract',
      'retract',
      'correct',
      'waive',
      'miss',
      'text-file',
      'answer',
      'answer',
      'resolve',
      'reopen',
      'confirm-override',
    ),
    which: fc.nat(30),
    fromEnd: fc.nat(3),
    partyId: party,
    completedOn: day,
    body: text,
    isStale: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
  })
  .map(
    (choice) =>
      (letter: Letter): AgreementCommand =>
        referTo(letter.state, choice),
  );

interface Choice {
  readonly what: string;
  readonly which: number;
  readonly fromEnd: number;
  readonly partyId: string;
  readonly completedOn: string;
  readonly body: string;
  readonly isStale: boolean;
}

function referTo(state: ProposedAgreement, choice: Choice): AgreementCommand {
  const { which, fromEnd, partyId, completedOn, body, isStale } = choice;
  const milestoneId = state.milestones[which % (state.milestones.length + 1)]?.milestoneId ?? 'nothing';
  switch (choice.what) {
    case 'revise': {
      const section = state.sections[which % (state.sections.length + 1)];
      const rendition = which % 2 === 0 ? 'zh' : 'en';
      const baseHash = isStale ? 'stale' : (section?.renditions[rendition]?.hash ?? null);
      return {
        type: 'ReviseSection',
        sectionId: section?.sectionId ?? `s${which}`,
        rendition,
        heading: '',
        body,
        baseHash,
      };
    }
    case 'text-file':
      return {
        type: 'ProvideTextFile',
        rendition: which % 2 === 0 ? 'zh' : 'en',
        sha256: which % 5 === 0 ? 'b'.repeat(64) : SCAN.sha256,
        textHash: isStale ? 'stale' : state.textHash,
      };
    case 'answer':
    case 'resolve':
    case 'reopen': {
      const comments = state.comments ?? [];
      const { commentId = 'nothing', audience = 'parties' } = comments[which % (comments.length + 1)] ?? {};
      if (choice.what === 'answer')
        return { type: 'AddComment', partyId, audience, replyTo: commentId, text: 'Because of it.' };
      return { type: choice.what === 'resolve' ? 'ResolveComment' : 'ReopenComment', partyId, commentId };
    }
    case 'approve':
      return { type: 'ApproveText', partyId, textHash: isStale ? 'stale' : (state.textHash ?? '') };
    case 'complete':
      return { type: 'CompleteMilestone', milestoneId, completedOn };
    case 'confirm':
      return { type: 'ConfirmMilestone', milestoneId, partyId };
    case 'cancel':
      return { type: 'CancelMilestone', milestoneId, reason: 'x' };
    case 'correct':
      return {
        type: 'CorrectEntry',
        commandId: state.entries.at(-1 - fromEnd)?.commandId ?? 'nothing',
        field: which % 3 === 0 ? 'place' : which % 3 === 1 ? 'signedOn' : 'dueOn',
        value: which % 3 === 0 ? body : completedOn,
        reason: 'x',
        override: isStale,
      };
    case 'waive': {
      const { deadlineId = 'nothing' } = state.deadlines.at(-1 - fromEnd) ?? {};
      return { type: 'WaiveDeadline', deadlineId, reason: 'x' };
    }
    case 'miss': {
      const { deadlineId = 'nothing' } = state.deadlines.at(-1 - fromEnd) ?? {};
      return { type: 'MarkDeadlineMissed', deadlineId };
    }
    case 'confirm-override':
      return { type: 'ConfirmOverride', overrideId: state.overrides.at(-1)?.overrideId ?? 'nothing' };
    default:
      return {
        type: 'RetractEntry',
        commandId: state.entries.at(-1 - fromEnd)?.commandId ?? 'nothing',
        reason: 'x',
        override: isStale,
      };
  }
}

/** What random people do at random moments; an entry is mostly taken back by whoever made it. */
export const anyMove: fc.Arbitrary<Move> = fc
  .record({
    command: fc.oneof(
      { arbitrary: fixed.map((command) => (): AgreementCommand => command), weight: 4 },
      { arbitrary: about.map((command) => (): AgreementCommand => command), weight: 2 },
      { arbitrary: referring, weight: 5 },
    ),
    actor: fc.constantFrom(COORDINATOR, BASE_PERSON, DISTRICT_PERSON, HEAD),
    isOwn: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
    hours: fc.constantFrom(0, 0, 0, 1, 20, 30, 0, 0, 1, 20, 900),
  })
  .map(({ command, actor, isOwn, hours }) => ({
    command,
    at: (letter) => {
      const chosen = command(letter);
      const entry = letter.state.entries.find(
        ({ commandId }) => 'commandId' in chosen && chosen.commandId === commandId,
      );
      const now = Temporal.Instant.from(letter.now).add({ hours }).toString({ smallestUnit: 'millisecond' });
      return { now, actor: isOwn && entry ? entry.actor : actor };
    },
  }));
