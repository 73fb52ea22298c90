import type { AgreementFact, Language } from '@entente/agreement';
import type { EventEnvelope } from '@entente/event-sourcing';

import { sentence } from './sentence.js';
import { correctionClause, signatureClause } from './correction-sentences.js';
import { lowered, Voice, withoutStop, type AnyEvent, type Names } from './voice.js';

/**
 * The one line for what a command appended: the sentence of its first event, then what followed from it by itself.
 * The events are those of one command, in their order.
 */
export function entryTitle(events: readonly AnyEvent[], names: Names, language: Language): string {
  const [main, ...followers] = events;
  if (!main) return '';
  const voice = new Voice(language, names);
  const parties = invitedIn(followers, voice);
  const clauses = [
    ...(parties.length > 0
      ? [language === 'zh' ? `参加方为${voice.list(parties)}` : `its parties are ${voice.list(parties)}`]
      : []),
    ...followers.flatMap((follower) => clauseOf(follower, main, names, voice)),
  ];
  const [separator, stop] = language === 'zh' ? ['；', '。'] : ['; ', '.'];
  return [withoutStop(sentence(main, names, language)), ...clauses].join(separator) + stop;
}

function invitedIn(events: readonly AnyEvent[], voice: Voice): string[] {
  return events.flatMap((event) => (isA(event, 'PartyInvited') ? [voice.name(event.data.name)] : []));
}

const SAY_THE_DAY: readonly string[] = [
  'DeadlineRecounted',
  'DeadlineMoved',
  'DeadlinesResumed',
] satisfies AgreementFact['type'][];

/** What a follower adds to the line; most say only what the main sentence says already. */
function clauseOf(event: AnyEvent, main: AnyEvent, names: Names, voice: Voice): string[] {
  if (isA(event, 'StageEntered') && event.data.from !== null && main.type !== 'AgreementWithdrawn') {
    return [
      isA(main, 'VerdictGiven')
        ? outcomeClause(event.data.to, voice)
        : goingOn(sentence(event, names, voice.language)),
    ];
  }
  // What was counted anew, moved or resumed says itself which day it is now.
  if (isA(event, 'DeadlineSet') && SAY_THE_DAY.includes(main.type)) return [];
  if (isA(event, 'DeadlineSet')) {
    return isA(main, 'MilestonePlanned')
      ? movedClause(main.data.dueOn, event.data.localDate, voice)
      : [goingOn(sentence(event, names, voice.language))];
  }
  if (isA(event, 'EntryRetracted') || isA(event, 'EntryCorrected')) return [correctionClause(event, voice)];
  if (isA(event, 'SignatureRecorded') || isA(event, 'PartyAcceded')) return [signatureClause(event, voice)];
  if (isA(event, 'DeadlineRecounted')) return [goingOn(sentence(event, names, voice.language))];
  if (isA(event, 'DeadlineWaived')) return [goingOn(sentence(event, names, voice.language))];
  return [];
}

/** The verdict has just said why; what is left to say is where it leads. */
function outcomeClause(stage: string, voice: Voice): string {
  if (stage === 'terminated')
    return voice.language === 'zh' ? '本次合作终止' : 'the agreement was terminated';
  return voice.language === 'zh' ? `重新进入${voice.stage(stage)}阶段` : `${voice.stage(stage)} resumed`;
}

/** A milestone's own sentence names its day; only one that falls on a day off needs a word more. */
function movedClause(dueOn: string, deadline: string, voice: Voice): string[] {
  if (dueOn === deadline) return [];
  return voice.language === 'zh'
    ? [`当日为休息日，期限顺延至${voice.date(deadline)}`]
    : [`that being a day off, the deadline is ${voice.date(deadline)}`];
}

/** A sentence as a later part of another: without its stop, and without the capital that only began it. */
function goingOn(text: string): string {
  return lowered(withoutStop(text));
}

function isA<Type extends AgreementFact['type']>(
  event: AnyEvent,
  type: Type,
): event is Extract<EventEnvelope<AgreementFact>, { type: Type }> {
  return event.type === type;
}
