import {
  refuse,
  type Circumstances,
  type Decider,
  type Decision,
  type Stamped,
} from '@entente/event-sourcing';

import { dateFault, idFault, localToday, nameFault, pastDayFault, reasonFault } from './checks.js';
import type { DeskCommand, DeskContext, HandOverDesk, OfferDesk, OpenDesk } from './desk-commands.js';
import { deskHolderOn, type Desk, type DeskTenure, type OpenedDesk } from './desk-state.js';
import type { DeskFact, DeskHolder } from './events.js';
import { otherwise } from './organisation-state.js';
import { sourceOf } from './positions.js';
import type { DirectoryRefusalCode } from './refusals.js';

type DeskDecision = Decision<DeskFact, DirectoryRefusalCode>;
type Situation = DeskContext & Circumstances;

/** Who plans further ahead can offer it later. */
const MAX_DAYS_AHEAD = 366;

export const deskDecider: Decider<Desk, DeskCommand, DeskFact, DeskContext, DirectoryRefusalCode> = {
  initial: { status: 'none' },
  schemaVersions: { DeskOpened: 1, DeskOffered: 1, DeskOfferWithdrawn: 1, DeskHolderChanged: 1 },
  sealed: { DeskHolderChanged: { fields: ['reason'], under: 'entry' } },
  decide(state, command, situation) {
    if (command.type === 'OpenDesk') return openDesk(state, command, situation);
    if (state.status === 'none') return refuse('unknown-desk');
    switch (command.type) {
      case 'OfferDesk':
        return offerDesk(state, command, situation);
      case 'WithdrawOffer':
        return state.offer ? [{ type: 'DeskOfferWithdrawn', data: { personId: state.offer.personId } }] : [];
      case 'AcceptDesk':
        return acceptDesk(state, situation);
      case 'HandOverDesk':
        return handOverDesk(state, command, situation);
      default:
        return otherwise(command, []);
    }
  },
  evolve(state, event) {
    if (event.type === 'DeskOpened') return opened(event);
    return state.status === 'none' ? state : evolveOpened(state, event);
  },
};

function openDesk(state: Desk, { name, from, ...named }: OpenDesk, situation: Situation): DeskDecision {
  if (state.status === 'open') return refuse('already-registered', { field: 'name' });
  const fault = nameFault('name', name) ?? pastDayFault('from', from, situation);
  if (fault) return fault;
  const holder = holderAt(named, from, situation);
  return 'refused' in holder ? holder : [{ type: 'DeskOpened', data: { name, ...holder } }];
}

function offerDesk(state: OpenedDesk, { from, ...named }: OfferDesk, situation: Situation): DeskDecision {
  const fault = comingDayFault(from, situation);
  if (fault) return fault;
  const to = holderAt(named, from, situation);
  if ('refused' in to) return to;
  const { offer } = state;
  const isOffered = offer?.personId === to.personId && offer.positionId === to.positionId;
  if (isOffered && offer.from === from) return [];
  const sitsThere = deskHolderOn(state, from)?.personId === to.personId;
  return sitsThere ? [] : [{ type: 'DeskOffered', data: to }];
}

function acceptDesk(state: OpenedDesk, situation: Situation): DeskDecision {
  const today = localToday(situation);
  const { offer } = state;
  if (!offer) {
    return deskHolderOn(state, today)?.personId === situation.actor ? [] : refuse('no-offer');
  }
  const { personId, positionId, organisationId, organisation } = offer;
  // What was agreed for a day that has passed meanwhile begins now: nobody looked after the desk in the past.
  const from = offer.from < today ? today : offer.from;
  return [{ type: 'DeskHolderChanged', data: { personId, positionId, organisationId, organisation, from } }];
}

function handOverDesk(state: OpenedDesk, command: HandOverDesk, situation: Situation): DeskDecision {
  const { reason, ...named } = command;
  const today = localToday(situation);
  const holder = holderAt(named, today, situation);
  if ('refused' in holder) return holder;
  const now = deskHolderOn(state, today);
  if (now?.personId === holder.personId && now.positionId === holder.positionId) return [];
  if (situation.holderIsPresent) return refuse('holder-present');
  return reasonFault(reason) ?? [{ type: 'DeskHolderChanged', data: { ...holder, reason } }];
}

function holderAt(
  { organisationId, positionId }: Pick<OfferDesk, 'organisationId' | 'positionId'>,
  from: string,
  { position }: Situation,
): DeskHolder | Extract<DeskDecision, { refused: unknown }> {
  const fault = idFault('organisationId', organisationId) ?? idFault('positionId', positionId);
  if (fault) return fault;
  if (!position) return refuse('unknown-position', { field: 'positionId' });
  const { personId, coordinates, revision } = position;
  if (personId === undefined) return refuse('position-vacant', { field: 'positionId' });
  if (!coordinates) return refuse('not-a-coordinator', { field: 'positionId' });
  const organisation = `organisation-${organisationId}@${String(revision)}`;
  return { personId, positionId, organisationId, organisation, from };
}

function comingDayFault(from: string, situation: Situation) {
  const fault = dateFault('from', from);
  if (fault) return fault;
  const today = localToday(situation);
  if (from < today) return refuse('date-in-past', { field: 'from', facts: { today } });
  const latest = Temporal.PlainDate.from(today).add({ days: MAX_DAYS_AHEAD }).toString();
  return from > latest ? refuse('date-too-far', { field: 'from', facts: { latest } }) : undefined;
}

function opened(event: Stamped<Extract<DeskFact, { type: 'DeskOpened' }>>): OpenedDesk {
  const { name, ...holder } = event.data;
  const { recordedAt: openedAt } = event;
  return { status: 'open', name, openedAt, tenures: [{ ...holder, granted: sourceOf(event) }] };
}

function evolveOpened(
  state: OpenedDesk,
  event: Exclude<Stamped<DeskFact>, { readonly type: 'DeskOpened' }>,
): OpenedDesk {
  const { offer, ...rest } = state;
  switch (event.type) {
    case 'DeskOffered':
      return { ...rest, offer: { ...event.data, source: sourceOf(event) } };
    case 'DeskOfferWithdrawn':
      return rest;
    case 'DeskHolderChanged': {
      const source = sourceOf(event);
      const asked = event.data.reason === undefined && offer !== undefined;
      const way = asked ? { granted: offer.source, accepted: source } : { granted: source };
      const before = endedOn(state.tenures, event.data.from);
      return { ...rest, tenures: [...before, { ...event.data, ...way }] };
    }
    default:
      return otherwise(event, state);
  }
}

/** What is recorded from a day on replaces all that was to be from that day on. */
function endedOn(tenures: readonly DeskTenure[], day: string): readonly DeskTenure[] {
  return tenures
    .filter(({ from }) => from < day)
    .map((tenure) => (tenure.until === undefined || tenure.until > day ? { ...tenure, until: day } : tenure));
}
