import type * as reminder from '@entente/reminder';
import { ApiSchema } from '@nestjs/swagger';

import { Day, Key, Text } from '../fields/fields.js';

@ApiSchema({ name: 'MuteReminders' })
export class MuteRemindersDto implements Omit<reminder.MuteReminders, 'type'> {
  @Day({ description: 'the last local day without reminders' })
  readonly until!: string;

  @Text(2_000)
  readonly reason!: string;
}

@ApiSchema({ name: 'RemindNow' })
export class RemindNowDto implements Omit<reminder.RemindNow, 'type'> {
  @Key()
  readonly deadlineId!: string;
}
