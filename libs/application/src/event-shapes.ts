import { agreementDecider, registerDecider, workflowDecider } from '@entente/agreement';
import { calendarDecider, deskDecider, organisationDecider, personDecider } from '@entente/directory';
import { shapesOf } from '@entente/event-sourcing';
import { meetingDecider } from '@entente/meeting';
import { remindersDecider } from '@entente/reminder';

/** Every event of Entente: what consumers of the whole log read by. */
export const eventShapes = shapesOf(
  agreementDecider,
  registerDecider,
  workflowDecider,
  organisationDecider,
  personDecider,
  deskDecider,
  calendarDecider,
  remindersDecider,
  meetingDecider,
);
