import {
  agreementDecider,
  dutiesOf,
  isRunning,
  type Agreement,
  type AgreementFact,
  type Deadline,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName } from '@entente/event-sourcing';

import { isFor } from '../agreement-work/projection.js';
import type { StateView } from '../state-projection.js';
import { AGREEMENT_DEADLINES, type AgreementDeadlinesTable } from './table.js';

/** What is due: one row for each open deadline, gone with the deadline. */
export const agreementDeadlines: StateView<Agreement, AgreementFact, AgreementDeadlinesTable> = {
  name: AGREEMENT_DEADLINES,
  version: 1,
  category: 'agreement',
  decider: agreementDecider,
  table: 'agreement_deadlines',
  key: 'deadline_id',
  rowsOf: (stream, agreement) => (agreement.stage === null ? [] : deadlineRows(stream, agreement)),
};

function deadlineRows(stream: string, agreement: ProposedAgreement): AgreementDeadlinesTable[] {
  const { space, id } = parseStreamName(stream);
  return agreement.deadlines
    .filter(({ status }) => status === 'open')
    .map((deadline) => ({
      stream,
      deadline_id: deadline.deadlineId,
      space,
      agreement_id: id,
      kind: deadline.kind,
      subject: deadline.subject,
      milestone_title: milestoneOf(deadline, agreement)?.title ?? null,
      who: whoseDuty(deadline, agreement),
      rule: deadline.rule,
      calendar: deadline.calendar,
      zone: deadline.zone,
      local_date: deadline.localDate,
      due_at: deadline.dueAt,
      provisional: deadline.provisional,
      suspended: !isRunning(deadline),
    }));
}

/** Who owes now what meets it; while that is nobody's turn, who will owe it. What a party owes inside it is its own. */
function whoseDuty(deadline: Deadline, agreement: ProposedAgreement): readonly string[] {
  const owing = dutiesOf(agreement)
    .filter((duty) => duty.toldTo !== 'own-side' && isFor(duty, deadline))
    .map(({ who }) => who);
  return owing.length > 0
    ? [...new Set(owing)]
    : [milestoneOf(deadline, agreement)?.ownerPartyId ?? 'coordinator'];
}

function milestoneOf({ kind, subject }: Deadline, { milestones }: ProposedAgreement) {
  return kind === 'milestone' ? milestones.find(({ milestoneId }) => milestoneId === subject) : undefined;
}
