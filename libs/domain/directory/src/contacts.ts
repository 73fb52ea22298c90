import type { Refused, Stamped } from '@entente/event-sourcing';

import { emailFault, languageFault, phoneFault, zoneFault } from './checks.js';
import type { Reachable } from './address-bounced.js';
import type { ContactsChanged, PersonFact, PersonRegistered } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

/** Those named change, null takes one away; the others stay. */
export interface ChangeContacts {
  readonly type: 'ChangeContacts';
  readonly email?: string | null;
  readonly phone?: string | null;
  /** IANA zone. */
  readonly zone?: string | null;
  readonly language?: 'zh' | 'en';
}

export type Contacts = Omit<PersonRegistered['data'], 'name'> &
  Reachable & { readonly phone?: string | null };

const NAMES = ['email', 'phone', 'zone', 'language'] as const;

export function changeContacts(
  known: Contacts,
  command: ChangeContacts,
): readonly PersonFact[] | Refused<DirectoryRefusalCode> {
  const { email, phone, zone, language } = command;
  const fault =
    emailFault(email ?? undefined) ??
    phoneFault(phone ?? undefined) ??
    zoneFault(zone ?? undefined) ??
    (language === undefined ? undefined : languageFault(language));
  if (fault) return fault;
  // The address that mail came back from may be right again, its mailbox no longer full: saying so is a change.
  const isAnew = (name: (typeof NAMES)[number]): boolean =>
    command[name] !== (known[name] ?? null) || (name === 'email' && known.bounced !== undefined);
  const changed = NAMES.filter((name) => command[name] !== undefined && isAnew(name));
  if (changed.length === 0) return [];
  const data = Object.fromEntries(changed.map((name) => [name, command[name]]));
  return [{ type: 'ContactsChanged', data }];
}

export function evolveContacts<Known extends Contacts>(
  known: Known,
  { data, recordedAt }: Stamped<ContactsChanged>,
): Known {
  const { zone: before, bounced, ...others } = known;
  const { zone = before, ...changed } = data;
  return {
    ...others,
    ...changed,
    ...(zone === undefined || zone === null ? {} : { zone }),
    ...(data.email === undefined ? bounced && { bounced } : { emailSince: recordedAt }),
  } as Known;
}
