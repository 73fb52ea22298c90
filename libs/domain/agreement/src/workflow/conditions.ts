import type { StageEntered } from '../events.js';
import type { ProposedAgreement } from '../state.js';
import type { ConditionName, ConditionUse, CountedConditionName, PlainConditionName } from './definition.js';

type Condition = (agreement: ProposedAgreement) => boolean;
type CountedCondition = (agreement: ProposedAgreement, count: number) => boolean;

/**
 * The conditions of transitions under their versioned names. One that has ever decided a transition is never changed:
 * a new meaning is a new version, so that an old agreement replays by the rule it was decided on.
 */
export const CONDITIONS: Readonly<Record<PlainConditionName, Condition>> = {
  'two-parties-at-least@1': ({ parties }) => parties.length >= 2,
  // A file is a text; before there were any, this asked for the same.
  'text-present@1': ({ sections, textFiles = [] }) =>
    textFiles.length > 0 ||
    sections.some(({ renditions }) => Object.values(renditions).some(({ body }) => body.trim() !== '')),
  // A set is refused while one that is required is missing.
  'attributes-set@1': ({ attributes }) => attributes !== undefined,
  'every-party-named-signatory@1': ({ parties }) => parties.every(({ signatory }) => signatory !== undefined),
  'every-party-approved@1': ({ parties, textHash }) =>
    textHash !== null && parties.every(({ approvedHash }) => approvedHash === textHash),
  'every-party-signed@1': ({ parties }) => parties.length > 0 && parties.every(({ signed }) => signed),
  'a-party-declined@1': ({ parties }) => parties.some(({ declined }) => declined !== undefined),
  // No milestone at all does not pass: a review of work that was never planned would review nothing.
  // One that was cancelled is as if it had not been planned; before any was, this asked for the same.
  'every-milestone-confirmed@1': ({ milestones, parties }) => {
    const wanted = milestones.filter(({ cancelled }) => !cancelled);
    return (
      wanted.length > 0 &&
      wanted.every(
        ({ completedOn, confirmedBy }) =>
          completedOn !== undefined && parties.every(({ partyId }) => confirmedBy.includes(partyId)),
      )
    );
  },
  'verdict-passed@1': (agreement) => outcomeOf(agreement) === 'passed',
  'verdict-revision-requested@1': (agreement) => outcomeOf(agreement) === 'revision-requested',
  'verdict-failed@1': (agreement) => outcomeOf(agreement) === 'failed',
};

/** Conditions that a definition gives a number to, under the same promise. */
export const COUNTED_CONDITIONS: Readonly<Record<CountedConditionName, CountedCondition>> = {
  'parties-at-least@1': ({ parties }, count) => parties.length >= count,
  'quorum-signed@1': ({ parties }, count) => parties.filter(({ signed }) => signed).length >= count,
};

/** Under which an agreement leaves its signing signed. */
const SIGNED: readonly string[] = ['every-party-signed@1', 'quorum-signed@1'] satisfies ConditionName[];

/** Whether a transition under these conditions ends a signing with all the signatures there must be. */
export function completesSigning(conditions: StageEntered['data']['conditions']): boolean {
  return conditions.some((condition) =>
    SIGNED.includes(typeof condition === 'string' ? condition : condition.name),
  );
}

/** The conditions that do not hold. */
export function missingOf(
  conditions: readonly ConditionUse[],
  agreement: ProposedAgreement,
): readonly ConditionName[] {
  return conditions.filter((condition) => !holds(condition, agreement)).map(conditionName);
}

export function conditionName(condition: ConditionUse): ConditionName {
  return typeof condition === 'string' ? condition : condition.name;
}

function holds(condition: ConditionUse, agreement: ProposedAgreement): boolean {
  return typeof condition === 'string'
    ? CONDITIONS[condition](agreement)
    : COUNTED_CONDITIONS[condition.name](agreement, condition.count);
}

function outcomeOf({ verdict }: ProposedAgreement): string | undefined {
  return verdict?.outcome;
}
