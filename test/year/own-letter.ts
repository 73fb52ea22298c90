import { definitionOf, type ReminderPolicy, type WorkflowDefinition } from '@entente/agreement';

export const ABROAD = 'letter-abroad';

/** How a definition of their own has people reminded. */
const OWN: ReminderPolicy = {
  workingDaysBefore: [4],
  onTheDay: true,
  daysBefore: [9],
  workingDaysAfter: [1],
  repeat: { every: 3, count: 'working', times: 2 },
  escalate: [
    { to: 'representative', workingDaysAfter: 3 },
    { to: 'head', workingDaysAfter: 8 },
  ],
  workingDaysPutOff: 2,
};

/**
 * Like the shipped one, but counted with the calendars of both parties, with milestones that move back, and with
 * reminders of its own.
 */
export function ownLetter(): WorkflowDefinition {
  const shipped = definitionOf('letter-of-intent@1');
  if (!shipped) throw new Error('letter-of-intent@1 is gone');
  const stages = shipped.stages.map((stage) =>
    stage.deadline
      ? { ...stage, deadline: { ...stage.deadline, calendars: 'parties' as const, remind: OWN } }
      : stage,
  );
  const milestoneDays = { calendars: 'parties', dayOff: 'backward' } as const;
  return { ...shipped, name: ABROAD, version: 1, stages, milestoneDays };
}
