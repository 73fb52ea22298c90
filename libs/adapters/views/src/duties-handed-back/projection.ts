import { parseStreamName } from '@entente/event-sourcing';
import { dutiesHandedBack, remindersDecider, type ReminderFact, type Reminders } from '@entente/reminder';

import type { StateView } from '../state-projection.js';
import { DUTIES_HANDED_BACK, type DutiesHandedBackTable } from './table.js';

export const dutiesHandedBackView: StateView<Reminders, ReminderFact, DutiesHandedBackTable> = {
  name: DUTIES_HANDED_BACK,
  version: 1,
  category: 'reminders',
  decider: remindersDecider,
  table: 'duties_handed_back',
  key: 'duty',
  rowsOf: (stream, reminders) => {
    const { space, id } = parseStreamName(stream);
    return dutiesHandedBack(reminders).map(({ deadlineId, positionId, personId, word = null, at }) => ({
      stream,
      duty: `${deadlineId}|${positionId}`,
      space,
      agreement_id: id,
      deadline_id: deadlineId,
      position_id: positionId,
      person_id: personId,
      word,
      said_at: at,
    }));
  },
};
