import { refuse } from '@entente/event-sourcing';

import { dayFault, localDay, proseFault, tooFarFault, type Fault } from './checks.js';
import type { PostponeLetter, SignLetter } from './commands.js';
import type { Situation } from './context.js';
import type { MeetingDecision } from './decision.js';
import type { LetterNotSigned, LettersReportedSigned, MeetingFact } from './events.js';
import { isSigned, plannedSignatures, readinessOf } from './readiness.js';
import type { PlacedLetter, PlannedMeeting } from './state.js';

export function dayOf({ at }: PlannedMeeting): string {
  return at.slice(0, 10);
}

export function holdMeeting(state: PlannedMeeting, situation: Situation): MeetingDecision {
  if (state.status === 'held') return [];
  const on = dayOf(state);
  if (localDay(situation.now, state.zone) < on) return refuse('meeting-in-future', { facts: { on } });
  if (state.letters.length === 0) return refuse('no-letters');
  const open = state.letters.filter(({ status }) => status === 'placed' || status === 'not-signed');
  const absences = open.flatMap((letter) => absenceAt(letter, state, situation));
  const signed = open.filter(
    ({ agreementId }) => !absences.some(({ data }) => data.agreementId === agreementId),
  );
  return [{ type: 'MeetingHeld', data: { on } }, ...absences, ...reported(state, signed, { on }, situation)];
}

/** Nobody signed whose signatory is not there: that it was planned does not make it so. */
function absenceAt(
  { agreementId }: PlacedLetter,
  { attendance }: PlannedMeeting,
  { letters }: Situation,
): LetterNotSigned[] {
  const letter = letters.find((one) => one.agreementId === agreementId);
  if (letter?.phase !== 'signing') return [];
  const absence = readinessOf(letter, attendance).blockers.find(({ code }) => code === 'signatory-absent');
  return absence ? [{ type: 'LetterNotSigned', data: { agreementId, ...absence } }] : [];
}

export function signLetter(
  state: PlannedMeeting,
  { agreementId, on = dayOf(state), evidence }: SignLetter,
  situation: Situation,
): MeetingDecision {
  const letter = placed(state, agreementId);
  if (!letter) return notPlaced(state);
  if (letter.status === 'signed' || letter.status === 'reported') return [];
  const fault = dayFault('on', on) ?? proseFault('evidence', evidence);
  if (fault) return fault;
  const today = localDay(situation.now, state.zone);
  if (on > today) return refuse('date-in-future', { field: 'on', facts: { today } });
  return reported(state, [letter], { on, ...(evidence === undefined ? {} : { evidence }) }, situation);
}

export function postponeLetter(
  state: PlannedMeeting,
  { agreementId, reason, to, toMeeting }: PostponeLetter,
  { next, now }: Situation,
): MeetingDecision {
  const letter = placed(state, agreementId);
  if (!letter) return notPlaced(state);
  if (letter.status === 'signed' || letter.status === 'reported') {
    return refuse('letter-signed', { field: 'agreementId' });
  }
  const day = to ?? (toMeeting === undefined ? undefined : next?.on);
  const isSame = letter.reason === reason && letter.to === day && letter.toMeeting === toMeeting;
  if (letter.status === 'postponed' && isSame) return [];
  const fault = proseFault('reason', reason) ?? laterDayFault(state, to, now) ?? nextFault(toMeeting, next);
  const until = {
    ...(day === undefined ? {} : { to: day }),
    ...(toMeeting === undefined ? {} : { toMeeting }),
  };
  return fault ?? [{ type: 'LetterPostponed', data: { agreementId, reason, ...until } }];
}

function laterDayFault(state: PlannedMeeting, to: string | undefined, now: string): Fault {
  const fault = dayFault('to', to) ?? tooFarFault('to', to, { now, zone: state.zone });
  const from = dayOf(state);
  if (fault || to === undefined || to >= from) return fault;
  return refuse('until-before-from', { field: 'to', facts: { from } });
}

function nextFault(toMeeting: string | undefined, next: Situation['next']): Fault {
  return toMeeting === undefined || next?.status === 'planned'
    ? undefined
    : refuse('not-a-next-meeting', { field: 'toMeeting' });
}

export function placed({ letters }: PlannedMeeting, agreementId: string): PlacedLetter | undefined {
  return letters.find((letter) => letter.agreementId === agreementId);
}

export function notPlaced({ letters }: PlannedMeeting): MeetingDecision {
  const facts = { letters: letters.map(({ agreementId }) => agreementId) };
  return refuse('letter-not-placed', { field: 'agreementId', facts });
}

/** What cannot be signed as it stands has its result at once; the others are told to their agreements. */
function reported(
  { place, attendance }: PlannedMeeting,
  letters: readonly PlacedLetter[],
  about: Pick<LettersReportedSigned['data'], 'on' | 'evidence'>,
  situation: Situation,
): readonly MeetingFact[] {
  const results: MeetingFact[] = [];
  const told: LettersReportedSigned['data']['letters'][number][] = [];
  for (const { agreementId } of letters) {
    const letter = situation.letters.find((one) => one.agreementId === agreementId);
    if (letter && isSigned(letter)) results.push({ type: 'LetterSigned', data: { agreementId } });
    else if (letter?.phase === 'signing') {
      told.push({ agreementId, signatures: plannedSignatures(letter, attendance) });
    } else {
      const code = letter ? 'wrong-stage' : 'unknown-agreement';
      results.push({ type: 'LetterNotSigned', data: { agreementId, code } });
    }
  }
  if (told.length === 0) return results;
  return [...results, { type: 'LettersReportedSigned', data: { ...about, place, letters: told } }];
}
