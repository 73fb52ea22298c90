import { localDateOf } from '@entente/calendar';
import { refuse, type Refused } from '@entente/event-sourcing';

import { todayOf } from '../checks.js';
import type { RecordSignature } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { ProposedAgreement } from '../state.js';

/**
 * Paper takes its time: for some days a signature is recorded on the word of whoever records it, for longer with
 * evidence, and so is one from before the text was submitted. What is later than that takes a second person.
 */
export function lateFault(
  state: ProposedAgreement,
  { signedOn, evidence, evidenceFile }: Pick<RecordSignature, 'signedOn' | 'evidence' | 'evidenceFile'>,
  situation: Situation,
): Refused<AgreementRefusalCode> | undefined {
  const { latePaper } = situation.definition;
  if (!latePaper) return undefined;
  const age = Temporal.PlainDate.from(signedOn).until(todayOf(situation)).days;
  const isShown = evidence !== undefined || evidenceFile !== undefined;
  const isEarly = signedOn < localDateOf(state.stageSince, situation.zone);
  const days = isShown ? latePaper.daysWithEvidence : latePaper.days;
  if (age <= days && (isShown || !isEarly)) return undefined;
  return refuse('late-signature-needs-override', {
    field: isShown ? 'signedOn' : 'evidence',
    facts: { ...latePaper, age },
  });
}
