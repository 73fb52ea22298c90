import type { MigrationSet } from '@entente/platform';

import {
  addDefinitionAndAttributes,
  addProposedAt,
  createAgreementBoard,
  indexStagesByDefinition,
} from './agreement-board/table.js';
import {
  addDeadlinesByAgreement,
  addSuspended,
  createAgreementDeadlines,
} from './agreement-deadlines/table.js';
import { createAgreementHistory } from './agreement-history/table.js';
import { createAgreementSearch, createAgreementTexts } from './agreement-search/table.js';
import { addOverrides, addToldTo, createAgreementWork } from './agreement-work/table.js';
import { createCalendars } from './calendars/table.js';
import { createDefinitions } from './definitions/table.js';
import { createDutiesHandedBack } from './duties-handed-back/table.js';
import { createInbox } from './inbox/table.js';
import { createMeetings } from './meetings/table.js';
import { createPeopleUnreached } from './people-unreached/table.js';
import { addDesks } from './directory/desk-table.js';
import { addTenures } from './directory/tenure-table.js';
import { addBounced, addContacts, addReminderSettings, createDirectory } from './directory/table.js';

export const viewsMigrations: MigrationSet = {
  name: 'views',
  schema: 'views',
  migrations: {
    '0001-agreement-board': { up: createAgreementBoard },
    '0002-agreement-history': { up: createAgreementHistory },
    '0003-directory': { up: createDirectory },
    '0004-contacts': { up: addContacts },
    '0005-agreement-search': { up: createAgreementSearch },
    '0006-agreement-work': { up: createAgreementWork },
    '0007-meetings': { up: createMeetings },
    '0008-desks': { up: addDesks },
    '0009-tenures': { up: addTenures },
    '0010-proposed-at': { up: addProposedAt },
    '0011-definitions': { up: createDefinitions },
    '0012-told-to': { up: addToldTo },
    '0013-agreement-texts': { up: createAgreementTexts },
    '0014-definition-and-attributes': { up: addDefinitionAndAttributes },
    '0015-calendars': { up: createCalendars },
    '0016-work-overrides': { up: addOverrides },
    '0017-agreement-deadlines': { up: createAgreementDeadlines },
    '0018-deadlines-by-agreement': { up: addDeadlinesByAgreement },
    '0019-duties-handed-back': { up: createDutiesHandedBack },
    '0020-bounced': { up: addBounced },
    '0021-inbox': { up: createInbox },
    '0022-suspended': { up: addSuspended },
    '0023-reminder-settings': { up: addReminderSettings },
    '0024-stages-by-definition': { up: indexStagesByDefinition },
    '0025-people-unreached': { up: createPeopleUnreached },
  },
};
