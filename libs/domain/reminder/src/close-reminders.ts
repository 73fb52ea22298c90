import type { AgreementFact, DeadlineSet } from '@entente/agreement';
import type { Stamped } from '@entente/event-sourcing';

import { NO_ANSWERS } from './answers.js';
import type { CloseReminders } from './commands.js';
import { stepsOf, type CalendarsNamed } from './plan-reminders.js';
import type { OwnPolicies } from './policy.js';
import { deadlineSetBy, remindedAgreement, type RemindedAgreement } from './reminded-agreement.js';
import { whyMoot } from './still-due.js';
import type { Heard } from './unreached.js';

/**
 * What ends with the deadlines of this history that are open no more: met, cancelled, set anew, or taken back with
 * the entry that set them. The reminders' own decider leaves out what was told already, so it may be asked any time.
 */
export function closuresOf(
  agreementId: string,
  history: readonly Stamped<AgreementFact>[],
  calendars: CalendarsNamed,
  own: OwnPolicies = {},
  heard: Heard = NO_ANSWERS,
): readonly CloseReminders[] {
  const agreement = remindedAgreement(agreementId, history);
  return history.flatMap((event): CloseReminders[] => {
    if (event.type !== 'DeadlineSet') return [];
    const { deadlineId } = event.data;
    const version = event.revision;
    const reason = whyMoot({ deadlineId, version, step: '' }, agreement);
    if (reason === undefined || reason === 'suspended') return [];
    const deadline = {
      ...deadlineSetBy(event, definitionAt(history, version)),
      endedAt: endOf(event, history, agreement),
    };
    const steps = stepsOf(agreement ?? unproposed(agreementId), deadline, calendars, own, heard).flatMap(
      ({ step, kind }) => (kind === 'elapse' ? [] : [step]),
    );
    return steps.length === 0 ? [] : [{ type: 'CloseReminders', deadlineId, version, reason, steps }];
  });
}

/** Its proposal was taken back, and with it everything. */
function unproposed(agreementId: string): RemindedAgreement {
  return {
    agreementId,
    title: {},
    definition: '',
    parties: [],
    stages: [],
    milestones: [],
    deadlines: [],
    recorded: [],
  };
}

/** The revision with which it ended: met or cancelled, set anew, or taken back. */
function endOf(
  { data: { deadlineId }, revision, commandId }: Stamped<DeadlineSet>,
  history: readonly Stamped<AgreementFact>[],
  agreement: RemindedAgreement | undefined,
): number {
  const last = agreement?.deadlines.find((one) => one.deadlineId === deadlineId && one.version === revision);
  const next = history.find(
    (event) =>
      event.revision > revision &&
      (event.type === 'DeadlineSet'
        ? event.data.deadlineId === deadlineId
        : event.type === 'EntryRetracted' && event.data.commandId === commandId),
  );
  return last?.endedAt ?? next?.revision ?? revision;
}

/** What the agreement went by at a revision. */
function definitionAt(history: readonly Stamped<AgreementFact>[], revision: number): string {
  return history.reduce((known, event) => {
    if (event.revision > revision) return known;
    if (event.type === 'AgreementProposed') return event.data.definition;
    return event.type === 'DefinitionMigrated' ? event.data.to : known;
  }, '');
}
