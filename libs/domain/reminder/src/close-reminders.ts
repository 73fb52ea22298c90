import type { AgreementFact } from '@entente/agreement';
import type { Stamped } from '@entente/event-sourcing';

import { NO_ANSWERS, type Answers } from './answers.js';
import type { CloseReminders } from './commands.js';
import { stepsOf, type CalendarsNamed } from './plan-reminders.js';
import type { OwnPolicies } from './policy.js';
import { deadlineSetBy, remindedAgreement } from './reminded-agreement.js';
import { whyMoot } from './still-due.js';

/**
 * What ends with the deadlines of this history that are open no more: met, cancelled, set anew, or taken back with
 * the entry that set them. The reminders' own decider leaves out what was told already, so it may be asked any time.
 */
export function closuresOf(
  agreementId: string,
  history: readonly Stamped<AgreementFact>[],
  calendars: CalendarsNamed,
  own: OwnPolicies = {},
  answers: Answers = NO_ANSWERS,
): readonly CloseReminders[] {
  const agreement = remindedAgreement(agreementId, history);
  return history.flatMap((event): CloseReminders[] => {
    if (event.type !== 'DeadlineSet') return [];
    const { deadlineId } = event.data;
    const version = event.revision;
    const reason = whyMoot({ deadlineId, version, step: '' }, agreement);
    if (reason === undefined || reason === 'suspended') return [];
    const deadline = deadlineSetBy(event, definitionAt(history, version));
    const steps = stepsOf(agreementId, deadline, calendars, own, answers).flatMap(({ step, kind }) =>
      kind === 'elapse' ? [] : [step],
    );
    return steps.length === 0 ? [] : [{ type: 'CloseReminders', deadlineId, version, reason, steps }];
  });
}

/** What the agreement went by at a revision. */
function definitionAt(history: readonly Stamped<AgreementFact>[], revision: number): string {
  return history.reduce((known, event) => {
    if (event.revision > revision) return known;
    if (event.type === 'AgreementProposed') return event.data.definition;
    return event.type === 'DefinitionMigrated' ? event.data.to : known;
  }, '');
}
