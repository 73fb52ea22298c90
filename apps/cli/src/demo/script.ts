import { addWorkingDays, chinaCalendar, subtractWorkingDays } from '@entente/calendar';

import { FIELDS, type Role } from './cast.js';
import { commentSteps } from './comments.js';
import { heldMeeting, nextMeeting } from './meetings.js';
import { copyFiled, originalsHeld } from './papers.js';
import type { Stage } from './stage.js';
import {
  approve,
  at,
  draftingSteps,
  invented,
  iso,
  openingSteps,
  pair,
  submitForSigning,
  type Pair,
  type Step,
} from './steps.js';

/** All letters of the demo as timed steps, oldest first; `today` is the local day on which it is seeded. */
export function demoScript(today: Temporal.PlainDate): readonly Step[] {
  const steps = [
    ...signedAtTheMeeting(today),
    ...concludedLetter(today),
    ...lettersInSigning(today),
    ...letterInDrafting(today),
  ];
  return steps.sort((a, b) => Temporal.PlainDateTime.compare(a.at, b.at));
}

/** The last 23 December before the day of seeding: the report names no year. */
export function meetingDay(today: Temporal.PlainDate): Temporal.PlainDate {
  const thisYear = Temporal.PlainDate.from({ year: today.year, month: 12, day: 23 });
  return Temporal.PlainDate.compare(thisYear, today) < 0 ? thisYear : thisYear.subtract({ years: 1 });
}

function signedAtTheMeeting(today: Temporal.PlainDate): Step[] {
  const day = meetingDay(today);
  const letters = [
    pair('daxing-agriculture', 'agriculture', 'daxing'),
    pair('chaoyang-development', 'development', 'chaoyang'),
    pair('tongzhou-geoinformation', 'geoinformation', 'tongzhou'),
  ];
  const drafted = letters.flatMap((letter, index) => [
    ...draftingSteps(letter, day.subtract({ days: 29 - index }), day.subtract({ days: 8 })),
    submitForSigning(letter, day.subtract({ days: 5 }), index),
  ]);
  const worked = letters.flatMap((letter, index) =>
    plannedWork(letter, day.add({ days: 20 + index }), today),
  );
  // Of the third letter nobody has brought the scan.
  const copied = letters
    .slice(0, 2)
    .flatMap((letter, index) => [
      copyFiled(letter, day.add({ days: 2 }), index),
      originalsHeld(letter, day.add({ days: 2 }), index),
    ]);
  return [...drafted, ...heldMeeting(letters, day), ...copied, ...worked];
}

function concludedLetter(today: Temporal.PlainDate): Step[] {
  const letter = invented('concluded', 'development', 'daxing');
  const start = today.subtract({ days: 300 });
  const done = { kind: 'forum', title: { en: 'Forum on seed technology', zh: '种业科技论坛' } } as const;
  const dueOn = iso(start.add({ days: 120 }));
  const owner = 'development';
  return [
    ...draftingSteps(letter, start, start.add({ days: 8 })),
    submitForSigning(letter, start.add({ days: 9 }), 0),
    ...signingSteps(letter, start.add({ days: 12 }), 0),
    copyFiled(letter, start.add({ days: 13 }), 0),
    at(start.add({ days: 20 }), 10, 0, (stage) =>
      stage.send(owner, letter.letter, {
        type: 'PlanMilestone',
        ...done,
        ownerPartyId: stage.id(owner),
        dueOn,
      }),
    ),
    ...milestoneDone(letter, owner, 'daxing', start.add({ days: 110 })),
    at(start.add({ days: 120 }), 9, 30, (stage) =>
      stage.send('coordinator', letter.letter, { type: 'SubmitForReview' }),
    ),
    at(start.add({ days: 130 }), 14, 0, (stage) =>
      stage.send('coordinator', letter.letter, {
        type: 'GiveVerdict',
        outcome: 'passed',
        report:
          '论坛按期举办，双方成果已被采纳。The forum was held on time and its results were taken up by both sides.',
      }),
    ),
    at(start.add({ days: 131 }), 9, 0, (stage) =>
      stage.send('coordinator', letter.letter, { type: 'ConcludeAgreement' }),
    ),
  ];
}

/**
 * The three of the next meeting. Of the first, submitted six working days ago, the reminder five working days before
 * its deadline is due; the others came later.
 */
function lettersInSigning(today: Temporal.PlainDate): Step[] {
  const letters = [
    invented('signing', 'agriculture', 'tongzhou'),
    invented('signing-development', 'development', 'tongzhou'),
    invented('signing-geoinformation', 'geoinformation', 'chaoyang'),
  ];
  const submitted = [6, 3, 3].map((days) =>
    Temporal.PlainDate.from(subtractWorkingDays(chinaCalendar, iso(today), days).date),
  );
  return [
    ...letters.flatMap((letter, index) => {
      const day = submitted[index] ?? today;
      return [
        ...draftingSteps(letter, day.subtract({ days: 16 }), day.subtract({ days: 2 })),
        submitForSigning(letter, day, index),
      ];
    }),
    ...nextMeeting(letters, submitted.at(-1) ?? today, today),
  ];
}

/** The base has approved; the district has read it and is asked. */
function letterInDrafting(today: Temporal.PlainDate): Step[] {
  const letter = invented('drafting', 'geoinformation', 'daxing');
  const start = Temporal.PlainDate.from(subtractWorkingDays(chinaCalendar, iso(today), 5).date);
  const approved = Temporal.PlainDate.from(addWorkingDays(chinaCalendar, iso(start), 3).date);
  return [
    ...openingSteps(letter, start),
    at(approved, 15, 20, (stage) => approve(stage, letter, letter.base)),
    ...commentSteps(letter, start.add({ days: 1 }), approved),
  ];
}

function signingSteps(letter: Pair, day: Temporal.PlainDate, index: number): Step[] {
  const minute = 5 + index * 10;
  const signedOn = iso(day);
  const record = (party: Role, later: number): Step =>
    at(day, 15, minute + later, (stage) =>
      stage.send('coordinator', letter.letter, {
        type: 'RecordSignature',
        partyId: stage.id(party),
        means: 'ink',
        signedOn,
        place: 'Beijing 北京',
      }),
    );
  return [record(letter.base, 0), record(letter.district, 1)];
}

function plannedWork(letter: Pair, planned: Temporal.PlainDate, today: Temporal.PlainDate): Step[] {
  const field = FIELDS[letter.base];
  const first = {
    kind: 'research',
    title: { en: `Joint study: ${field.en} in the district`, zh: `${field.zh}联合调研` },
    dueOn: iso(planned.add({ days: 90 })),
  } as const;
  const second = {
    kind: 'planning',
    title: { en: `Development plan: ${field.en}`, zh: `${field.zh}发展规划` },
    dueOn: addWorkingDays(chinaCalendar, iso(today), letter.base === 'agriculture' ? 12 : 30).date,
  } as const;
  const plan = (milestone: typeof first | typeof second, owner: Role, minute: number): Step =>
    at(planned, 10, minute, (stage) =>
      stage.send(owner, letter.letter, {
        type: 'PlanMilestone',
        ...milestone,
        ownerPartyId: stage.id(owner),
      }),
    );
  return [
    plan(first, letter.base, 0),
    plan(second, letter.district, 15),
    ...milestoneDone(letter, letter.base, letter.district, planned.add({ days: 80 })),
  ];
}

/** The letter's first milestone is reported by its owner and confirmed by the other side two days later. */
function milestoneDone(letter: Pair, owner: Role, other: Role, day: Temporal.PlainDate): Step[] {
  const first = async (stage: Stage): Promise<string> => {
    const milestone = (await stage.letter(letter.letter)).milestones[0];
    if (!milestone) throw new Error(`${letter.letter} has no milestone`);
    return milestone.milestoneId;
  };
  return [
    at(day, 11, 0, async (stage) =>
      stage.send(owner, letter.letter, {
        type: 'CompleteMilestone',
        milestoneId: await first(stage),
        completedOn: iso(day),
      }),
    ),
    at(day.add({ days: 2 }), 9, 45, async (stage) =>
      stage.send(other, letter.letter, {
        type: 'ConfirmMilestone',
        milestoneId: await first(stage),
        partyId: stage.id(other),
      }),
    ),
  ];
}
