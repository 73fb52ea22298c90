import {
  answererAmong,
  mayAnswerReminders,
  mayHandOverDuties,
  maySee,
  maySetReminders,
  type Answerer,
  type Viewer,
} from '@entente/access';

import { AGREEMENT, BASE_HEAD, BASE_PERSON } from '../support/agreement-builders.js';
import { allowed, hiddenUnless } from './cells.js';
import { DEADLINE_ID, letter } from './letters.js';
import type { Row } from './row.js';

const PATH = `/api/agreements/${AGREEMENT}`;
const ROUTE = '/api/agreements/{agreement}';

const answererOf = (viewer: Viewer): Answerer | undefined =>
  answererAmong(viewer, [{ positionId: BASE_HEAD, heldBy: BASE_HEAD, atDesk: false }]);

function answering(path: string, body: object, rule: Row['rule']): Row {
  return {
    route: `POST ${ROUTE}/${path}`,
    rule,
    path: `${PATH}/${path}`,
    body: { deadlineId: DEADLINE_ID, ...body },
  };
}

const mayAnswer = (viewer: Viewer) => allowed(mayAnswerReminders(viewer, letter.state, answererOf(viewer)));
const mayTell = (viewer: Viewer) => allowed(maySetReminders(viewer, letter.state));

/** What people answer to reminders, and whom somebody told. */
export const onReminders: readonly Row[] = [
  {
    route: `GET ${ROUTE}/deadlines/{deadline}/people`,
    rule: hiddenUnless((viewer) => maySee(viewer, letter.state)),
    path: `${PATH}/deadlines/${DEADLINE_ID}/people`,
  },
  {
    route: `GET ${ROUTE}/deadlines/{deadline}/message`,
    rule: mayTell,
    path: `${PATH}/deadlines/${DEADLINE_ID}/message?position=${BASE_HEAD}`,
  },
  answering('acknowledge-reminder', {}, mayAnswer),
  answering('snooze-reminder', { until: '2031-04-01' }, mayAnswer),
  answering('hand-over-duty', { positionId: BASE_HEAD }, (viewer) =>
    allowed(mayHandOverDuties(viewer, letter.state, answererOf(viewer))),
  ),
  answering(
    'record-told',
    {
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
      means: 'phone',
      toldAt: '2026-03-02T01:00:00.000Z',
    },
    mayTell,
  ),
];
