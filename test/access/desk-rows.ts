import { mayKeepDesk, maySeeContactsOf, maySeeDesks, type Viewer } from '@entente/access';
import { deskDecider, type DeskCommand, type DeskCommandType, type OpenDesk } from '@entente/directory';
import { isRefused, stateOf, stamp } from '@entente/event-sourcing';

import { COORDINATOR, START } from '../support/agreement-builders.js';
import { DEPARTMENT, posts, setUp } from './people.js';
import type { Cell, Row } from './row.js';

export const DESK_ID = '70000000-0000-4000-8000-000000000001';

const positionId = posts.find(({ personId }) => personId === COORDINATOR)?.positionId ?? '';
const named = { organisationId: DEPARTMENT, positionId };

/** What opens the desk, which is the coordinator's. */
export const opening: OpenDesk = {
  type: 'OpenDesk',
  name: { en: 'First desk' },
  ...named,
  from: '2026-01-01',
};

const at = { now: START, actor: setUp.system, commandId: DESK_ID, nextRevision: 0 };
const opened = deskDecider.decide(deskDecider.initial, opening, {
  ...at,
  zone: 'Asia/Shanghai',
  position: { revision: 0, personId: COORDINATOR, coordinates: true },
  holderIsPresent: false,
});
if (isRefused(opened)) throw new Error(opened.refused.code);
const desk = stateOf(deskDecider, stamp(opened, at));

const bodies: Readonly<Record<DeskCommandType, object>> = {
  OpenDesk: { name: opening.name, ...named, from: opening.from },
  OfferDesk: { ...named, from: '2099-01-01' },
  AcceptDesk: {},
  WithdrawOffer: {},
  HandOverDesk: { ...named, reason: 'Gone.' },
};

const PATHS: Readonly<Record<DeskCommandType, string>> = {
  OpenDesk: '',
  OfferDesk: '/offer-desk',
  AcceptDesk: '/accept-desk',
  WithdrawOffer: '/withdraw-offer',
  HandOverDesk: '/hand-over-desk',
};

export const onDesks: readonly Row[] = [
  {
    route: 'GET /api/people/{person}',
    rule: () => 'yes',
    path: `/api/people/${COORDINATOR}`,
  },
  {
    route: 'GET /api/people/{person}',
    when: 'the address',
    rule: (viewer) => (maySeeContactsOf(viewer, COORDINATOR) ? 'yes' : 'left out'),
    path: `/api/people/${COORDINATOR}`,
    shows: (answer) => (answer as { email: string | null }).email !== null,
  },
  {
    route: 'GET /api/desks',
    rule: (viewer) => (maySeeDesks(viewer) ? 'yes' : 'no'),
    path: '/api/desks',
  },
  {
    route: 'GET /api/desks/{desk}',
    rule: (viewer) => (maySeeDesks(viewer) ? 'yes' : 'hidden'),
    path: `/api/desks/${DESK_ID}`,
  },
  ...(Object.keys(bodies) as DeskCommandType[]).map((type) => {
    const command = { type, ...bodies[type] } as DeskCommand;
    const own = type === 'OpenDesk' ? '' : `/${DESK_ID}`;
    return {
      route: `POST /api/desks${own && '/{desk}'}${PATHS[type]}`,
      rule: (viewer: Viewer): Cell =>
        'allowed' in mayKeepDesk(viewer, command, desk, START.slice(0, 10)) ? 'yes' : 'no',
      path: `/api/desks${own}${PATHS[type]}`,
      body: bodies[type],
    };
  }),
];
