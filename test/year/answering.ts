import { ANSWER_LINK } from '@entente/access';
import {
  AcknowledgeReminder,
  HandOverDuty,
  RecordTold,
  SnoozeReminder,
  type OpenedLink,
} from '@entente/application';
import PostalMime from 'postal-mime';

import type { ReceivedMail } from '../support/smtp.js';
import type { Cast } from './cast.js';
import { nextDay } from './days-off.js';
import { inDays, type Life } from './lives.js';

const LINK = /https:\/\/letters\.example\/answer\/([\w-]+)/gu;

/** Once a day some read what came to them, and some of those say something to it. */
export async function* readers(cast: Cast): Life {
  const { office, random } = cast;
  const followUps: (() => Promise<void>)[] = [];
  for (let read = 0; ;) {
    yield inDays(office.now, 1, random);
    for (const followUp of followUps.splice(0)) await followUp();
    const mails = office.arrived.slice(read);
    read += mails.length;
    for (const { mail } of mails) {
      const opened = random.chance(0.4) ? await openedBy(cast, mail) : undefined;
      if (opened) followUps.push(...(await answered(cast, opened)));
    }
  }
}

/** Any of its links. */
async function openedBy({ office, random }: Cast, { raw }: ReceivedMail): Promise<OpenedLink | undefined> {
  const { text = '' } = await PostalMime.parse(raw);
  const tokens = [...text.matchAll(LINK)].map(([, token = '']) => token);
  const opened = await office.open(tokens[random.below(tokens.length)] ?? '');
  return typeof opened !== 'string' && opened.status === 'open' ? opened : undefined;
}

/** Answers what others do about it another day. */
async function answered(cast: Cast, { link, snooze }: OpenedLink): Promise<(() => Promise<void>)[]> {
  const { office, random } = cast;
  const { space, agreementId, deadlineId, version, positionId, personId } = link;
  const sender = { space, system: ANSWER_LINK, onBehalfOf: { personId, positionId } } as const;
  const about = { deadlineId, version };
  const coordinator = cast.coordinators[0];
  switch (random.below(5)) {
    case 0:
    case 1:
      await office.send(
        new AcknowledgeReminder(sender, cast.header(), agreementId, {
          type: 'AcknowledgeReminder',
          ...about,
        }),
      );
      return [];
    case 2: {
      const until = snooze && nextDay(snooze.first, random.below(6));
      if (!until || until > snooze.last) return [];
      const body = { type: 'SnoozeReminder', ...about, until } as const;
      await office.send(new SnoozeReminder(sender, cast.header(), agreementId, body));
      return [];
    }
    case 3: {
      const body = { type: 'HandOverDuty', ...about } as const;
      await office.send(new HandOverDuty(sender, cast.header(), agreementId, body));
      const house = cast.houses.find(({ head }) => head === positionId);
      if (!house || !coordinator || random.chance(0.5)) return [];
      const found = { ...body, positionId, toPositionId: house.deputy } as const;
      return [
        async () => {
          await office.send(new HandOverDuty(coordinator, cast.header(), agreementId, found));
        },
      ];
    }
    default: {
      if (!coordinator) return [];
      const told = { means: 'phone', promised: random.chance(0.5) } as const;
      return [
        async () => {
          const body = {
            type: 'RecordTold',
            deadlineId,
            positionId,
            personId,
            toldAt: office.now,
            ...told,
          } as const;
          await office.send(new RecordTold(coordinator, cast.header(), agreementId, body));
        },
      ];
    }
  }
}

/** Once a day: what mail servers far away did not deliver; some days later those addresses are put right. */
export async function* mailServers(cast: Cast): Life {
  const { office, random } = cast;
  const repairs: { readonly on: string; readonly personId: string; readonly email: string }[] = [];
  for (let seen = 0, count = 0; ;) {
    yield inDays(office.now, 1, random);
    for (const { on, personId, email } of repairs.splice(0)) {
      if (on > office.now) repairs.push({ on, personId, email });
      else await cast.changeContacts(personId, { email });
    }
    const mails = office.arrived.slice(seen);
    seen += mails.length;
    for (const { mail, at: sentAt } of mails) {
      const address = mail.to.join();
      if (!cast.hollow.has(address)) continue;
      await office.comesBack(mail.headers.get('message-id') ?? '');
      if (!cast.returned.some((one) => one.address === address && one.sentAt === sentAt))
        cast.returned.push({ address, sentAt, at: office.now });
      const personId = cast.addressed(address);
      if (personId === undefined || repairs.some((repair) => repair.personId === personId)) continue;
      // A mailbox that was only full, or another one.
      const email = random.chance(0.4) ? address : `${personId}-found-${(count += 1)}@letters.example`;
      if (random.chance(0.8))
        repairs.push({ on: inDays(office.now, 1 + random.below(12), random), personId, email });
    }
  }
}
