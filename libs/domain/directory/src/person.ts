import { canonicalText } from '@entente/canonical';
import { mayBeSealed, refuse, type Decider, type Decision } from '@entente/event-sourcing';

import { evolveBounced, recordAddressBounced, type RecordAddressBounced } from './address-bounced.js';
import {
  decideBoardFilter,
  evolveBoardFilters,
  type BoardFilterCommand,
  type SavedFilter,
} from './board-filters.js';
import { chooseBoardColumns, type ChooseBoardColumns } from './board-columns.js';
import { emailFault, languageFault, nameFault, reasonFault, zoneFault } from './checks.js';
import { changeContacts, evolveContacts, type ChangeContacts, type Contacts } from './contacts.js';
import type { LocalText, PersonFact, PersonRegistered } from './events.js';
import { evolveInbox, markInboxRead, type InboxState, type MarkInboxRead } from './inbox.js';
import type { DirectoryRefusalCode } from './refusals.js';
import {
  evolveReminderSettings,
  setReminderPreferences,
  type ReminderSettings,
  type SetReminderPreferences,
} from './reminder-preferences.js';

export interface RegisterPerson {
  readonly type: 'RegisterPerson';
  readonly name: LocalText;
  readonly email?: string;
  readonly zone?: string;
  readonly language: 'zh' | 'en';
}
/** Takes the person's name and contacts out of everything, for good. */
export interface ErasePerson {
  readonly type: 'ErasePerson';
  readonly reason: string;
}
export type PersonCommand =
  | RegisterPerson
  | ErasePerson
  | ChangeContacts
  | RecordAddressBounced
  | MarkInboxRead
  | SetReminderPreferences
  | BoardFilterCommand
  | ChooseBoardColumns;

export type Person =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'registered' } & Settings & PersonRegistered['data'] & Contacts)
  | { readonly status: 'erased'; readonly language: 'zh' | 'en' };

/** What somebody keeps for themselves; absent while there is none. */
interface Settings {
  readonly filters?: readonly SavedFilter[];
  readonly hiddenColumns?: readonly string[];
  readonly inbox?: InboxState;
  readonly reminders?: ReminderSettings;
}

export interface PersonContext {
  /** IANA zone in which local days are meant where the person has none; absent: UTC. */
  readonly zone?: string;
}

type PersonDecision = Decision<PersonFact, DirectoryRefusalCode>;

export const personDecider: Decider<Person, PersonCommand, PersonFact, PersonContext, DirectoryRefusalCode> =
  {
    initial: { status: 'unknown' },
    schemaVersions: {
      PersonRegistered: 2,
      PersonErased: 1,
      ContactsChanged: 1,
      AddressBounced: 1,
      InboxRead: 1,
      BoardFilterSaved: 2,
      BoardFilterRemoved: 1,
      BoardColumnsChosen: 1,
      ReminderPreferencesSet: 1,
    },
    upcasters: {
      PersonRegistered: [mayBeSealed],
      // Those there were looked for no attributes.
      BoardFilterSaved: [(data) => data],
    },
    sealed: {
      PersonRegistered: { fields: ['name', 'email'], under: 'stream' },
      ContactsChanged: { fields: ['email', 'phone'], under: 'stream' },
      ReminderPreferencesSet: { fields: ['muteReason'], under: 'stream' },
      PersonErased: { fields: ['reason'], under: 'entry' },
      BoardFilterSaved: { fields: ['name', 'filter'], under: 'stream' },
    },
    decide(state, command, { commandId, now, zone = 'UTC' }) {
      switch (command.type) {
        case 'RegisterPerson':
          return registerPerson(state, command);
        case 'ErasePerson':
          return erasePerson(state, command);
        case 'ChangeContacts':
          return state.status === 'registered' ? changeContacts(state, command) : gone(state);
        case 'SetReminderPreferences': {
          if (state.status !== 'registered') return gone(state);
          return setReminderPreferences(state.reminders ?? {}, command, { now, zone: state.zone ?? zone });
        }
        case 'RecordAddressBounced':
          return state.status === 'registered' ? recordAddressBounced(state, command) : [];
        case 'MarkInboxRead':
          return state.status === 'registered' ? markInboxRead(state.inbox, command, now) : gone(state);
        case 'SaveBoardFilter':
        case 'RemoveBoardFilter':
          return state.status === 'registered'
            ? decideBoardFilter(state.filters ?? [], command, commandId)
            : gone(state);
        case 'ChooseBoardColumns':
          return state.status === 'registered'
            ? chooseBoardColumns(state.hiddenColumns ?? [], command)
            : gone(state);
        default:
          return otherwise(command, []);
      }
    },
    evolve(state, event) {
      switch (event.type) {
        case 'PersonRegistered':
          return { status: 'registered', ...event.data };
        case 'PersonErased':
          return state.status === 'registered' ? { status: 'erased', language: state.language } : state;
        case 'ContactsChanged':
          return state.status === 'registered' ? evolveContacts(state, event) : state;
        case 'AddressBounced':
          return state.status === 'registered' ? evolveBounced(state, event) : state;
        case 'InboxRead':
          return state.status === 'registered' ? { ...state, inbox: evolveInbox(state.inbox, event) } : state;
        case 'ReminderPreferencesSet': {
          if (state.status !== 'registered') return state;
          return { ...state, reminders: evolveReminderSettings(state.reminders ?? {}, event) };
        }
        case 'BoardColumnsChosen':
          return state.status === 'registered' ? { ...state, hiddenColumns: event.data.hidden } : state;
        case 'BoardFilterSaved':
        case 'BoardFilterRemoved':
          if (state.status !== 'registered') return state;
          return { ...state, filters: evolveBoardFilters(state.filters ?? [], event) };
        default:
          return otherwise(event, state);
      }
    },
  };

function registerPerson(state: Person, { name, email, zone, language }: RegisterPerson): PersonDecision {
  const data = {
    name,
    ...(email === undefined ? {} : { email }),
    ...(zone === undefined ? {} : { zone }),
    language,
  };
  if (state.status === 'erased') return refuse('person-erased');
  if (state.status === 'registered') {
    const {
      filters: _filters,
      hiddenColumns: _hidden,
      inbox: _inbox,
      reminders: _reminders,
      emailSince: _since,
      bounced: _bounced,
      ...registered
    } = state;
    return canonicalText(registered) === canonicalText({ status: 'registered', ...data })
      ? []
      : refuse('already-registered');
  }
  const fault = languageFault(language) ?? nameFault('name', name) ?? emailFault(email) ?? zoneFault(zone);
  return fault ?? [{ type: 'PersonRegistered', data }];
}

function gone({ status }: Exclude<Person, { status: 'registered' }>) {
  return refuse(status === 'unknown' ? 'unknown-person' : 'person-erased');
}

function erasePerson(state: Person, { reason }: ErasePerson): PersonDecision {
  if (state.status === 'unknown') return refuse('unknown-person');
  if (state.status === 'erased') return [];
  return reasonFault(reason) ?? [{ type: 'PersonErased', data: { reason } }];
}

/** Closes a switch over a union: a member without a case does not compile; a stored stranger changes nothing. */
function otherwise<Result>(_never: never, result: Result): Result {
  return result;
}
