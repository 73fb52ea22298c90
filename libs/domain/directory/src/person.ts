import { canonicalText } from '@entente/canonical';
import { mayBeSealed, refuse, type Decider, type Decision } from '@entente/event-sourcing';

import {
  decideBoardFilter,
  evolveBoardFilters,
  type BoardFilterCommand,
  type SavedFilter,
} from './board-filters.js';
import { emailFault, nameFault, reasonFault, zoneFault } from './checks.js';
import type { LocalText, PersonFact, PersonRegistered } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

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
export type PersonCommand = RegisterPerson | ErasePerson | BoardFilterCommand;

export type Person =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'registered'; readonly filters?: readonly SavedFilter[] } & PersonRegistered['data'])
  | { readonly status: 'erased'; readonly language: 'zh' | 'en' };

type PersonDecision = Decision<PersonFact, DirectoryRefusalCode>;

const LANGUAGES: readonly string[] = ['zh', 'en'];

export const personDecider: Decider<Person, PersonCommand, PersonFact, object, DirectoryRefusalCode> = {
  initial: { status: 'unknown' },
  schemaVersions: { PersonRegistered: 2, PersonErased: 1, BoardFilterSaved: 1, BoardFilterRemoved: 1 },
  upcasters: { PersonRegistered: [mayBeSealed] },
  sealed: {
    PersonRegistered: { fields: ['name', 'email'], under: 'stream' },
    PersonErased: { fields: ['reason'], under: 'entry' },
    BoardFilterSaved: { fields: ['name', 'filter'], under: 'stream' },
  },
  decide(state, command, { commandId }) {
    switch (command.type) {
      case 'RegisterPerson':
        return registerPerson(state, command);
      case 'ErasePerson':
        return erasePerson(state, command);
      case 'SaveBoardFilter':
      case 'RemoveBoardFilter':
        if (state.status === 'unknown') return refuse('unknown-person');
        if (state.status === 'erased') return refuse('person-erased');
        return decideBoardFilter(state.filters ?? [], command, commandId);
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
    const { filters: _, ...registered } = state;
    return canonicalText(registered) === canonicalText({ status: 'registered', ...data })
      ? []
      : refuse('already-registered');
  }
  if (!LANGUAGES.includes(language)) {
    return refuse('unknown-language', { field: 'language', facts: { languages: LANGUAGES } });
  }
  const fault = nameFault('name', name) ?? emailFault(email) ?? zoneFault(zone);
  return fault ?? [{ type: 'PersonRegistered', data }];
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
