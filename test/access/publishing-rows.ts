import { mayPublish } from '@entente/access';
import { chinaCalendar } from '@entente/calendar';

import { allowed, anybody } from './cells.js';
import type { Row } from './row.js';

/** Definitions and calendars. */
export const onPublishing: readonly Row[] = [
  {
    route: 'POST /api/definitions',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/definitions?dryRun=true',
    body: {},
    allowed: 200,
  },
  {
    route: 'POST /api/definitions/{definition}/migrate',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/definitions/letter-of-intent@1/migrate',
    body: { to: 'letter-of-intent@1', dryRun: true },
    allowed: 200,
  },
  {
    route: 'POST /api/calendars/{calendar}/publish-calendar',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/cn/publish-calendar',
    body: { name: { en: 'China' }, source: 'The same', calendar: chinaCalendar },
  },
  {
    route: 'GET /api/calendars/{calendar}/proposals',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/cn/proposals',
  },
  {
    route: 'POST /api/calendars/{calendar}/apply-proposals',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/cn/apply-proposals',
    body: { reason: 'A new list of holidays.' },
    allowed: 200,
  },
  {
    route: 'POST /api/calendars/{calendar}/draft',
    rule: (viewer) => allowed(mayPublish(viewer)),
    path: '/api/calendars/de/draft',
    body: { country: 'DE' },
    allowed: 200,
  },
  ...['', '/cn', '/cn/years/2027'].map((part) => ({
    route: `GET /api/calendars${part.replace('cn', '{calendar}').replace('2027', '{year}')}`,
    rule: anybody,
    path: `/api/calendars${part}`,
  })),
  ...['', '/schema', '/letters', '/letter-of-intent@1', '/letter-of-intent@1/drawing?language=zh'].map(
    (part) => ({
      route: `GET /api/definitions${part.replace('letter-of-intent@1', '{definition}').replace(/\?.*/u, '')}`,
      rule: anybody,
      path: `/api/definitions${part}`,
    }),
  ),
];
