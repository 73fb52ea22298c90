import {
  MuteReminders,
  SetReminderPolicy,
  SetReminderPreferences,
  UnmuteReminders,
} from '@entente/application';

import type { Cast, House } from './cast.js';
import { nextDay } from './days-off.js';
import type { YearLetter } from './letters.js';
import { inDays, type Life } from './lives.js';

const HOURS = [
  { from: '10:30', to: '16:00' },
  { from: '06:15', to: '08:30' },
  { from: '13:00', to: '19:45' },
];

/** Whoever heads a house says in which hours and how they are reminded, and thinks again. */
export async function* wishesOf(cast: Cast, { head }: House, days: number): Life {
  const { office, random } = cast;
  for (;;) {
    yield inDays(office.now, 1 + random.below(days), random);
    const personId = cast.holderOf(head);
    const sender = cast.viewer(head);
    // Whom the mail server refuses is refused when everybody is reminded, not before: they keep the usual hours.
    if (!sender || personId === undefined || cast.isRefused(personId)) continue;
    const body = { type: 'SetReminderPreferences', ...wish(cast) } as const;
    await office.send(new SetReminderPreferences(sender, cast.header(), personId, body));
  }
}

function wish({ today, random }: Cast): Omit<SetReminderPreferences['body'], 'type'> {
  switch (random.below(6)) {
    case 0:
      return { workingDaysOnly: false };
    case 1:
      return { digest: false };
    case 2:
      return { mutedUntil: nextDay(today, 2 + random.below(12)), muteReason: 'Away.' };
    case 3:
      return { window: null, workingDaysOnly: null, digest: null, mutedUntil: null };
    default:
      return { window: HOURS[random.below(HOURS.length)] ?? null };
  }
}

/** Those who look after a letter say when people are reminded of it, or that they are not for a while. */
export async function* wishesFor(cast: Cast, letter: YearLetter): Life {
  const { office, random } = cast;
  const { agreementId } = letter;
  for (;;) {
    yield inDays(office.now, 3 + random.below(40), random);
    const sender = cast.coordinators[random.below(2)];
    if (!sender) continue;
    switch (random.below(4)) {
      case 0: {
        const until = nextDay(cast.today, 1 + random.below(9));
        const body = { type: 'MuteReminders', until, reason: 'They are travelling.' } as const;
        await office.send(new MuteReminders(sender, cast.header(), agreementId, body));
        break;
      }
      case 1:
        await office.send(
          new UnmuteReminders(sender, cast.header(), agreementId, { type: 'UnmuteReminders' }),
        );
        break;
      default: {
        const kind = (['stage', 'milestone', 'signed-copy'] as const)[random.below(3)] ?? 'stage';
        const body = { type: 'SetReminderPolicy', kind, policy: policy(cast) } as const;
        await office.send(new SetReminderPolicy(sender, cast.header(), agreementId, body));
      }
    }
  }
}

function policy({ random }: Cast): SetReminderPolicy['body']['policy'] {
  switch (random.below(4)) {
    case 0:
      return {};
    case 1:
      return { workingDaysBefore: [7, 3, 1], daysAfter: [1, 4], workingDaysPutOff: 1 };
    case 2:
      return { onTheDay: false, daysBefore: [6, 1], repeat: { every: 2, count: 'calendar', times: 3 } };
    default:
      return {
        workingDaysAfter: [2],
        escalate: [
          { to: 'desk', workingDaysAfter: 1 + random.below(3) },
          { to: 'head', workingDaysAfter: 6 },
        ],
      };
  }
}
