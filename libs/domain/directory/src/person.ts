import { canonicalText } from '@entente/canonical';
import { refuse, type Decider } from '@entente/event-sourcing';

import { emailFault, nameFault, zoneFault } from './checks.js';
import type { LocalText, PersonFact, PersonRegistered } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

export interface RegisterPerson {
  readonly type: 'RegisterPerson';
  readonly name: LocalText;
  readonly email?: string;
  readonly zone?: string;
  readonly language: 'zh' | 'en';
}

export type Person =
  { readonly status: 'unknown' } | ({ readonly status: 'registered' } & PersonRegistered['data']);

const LANGUAGES: readonly string[] = ['zh', 'en'];

export const personDecider: Decider<Person, RegisterPerson, PersonFact, object, DirectoryRefusalCode> = {
  initial: { status: 'unknown' },
  schemaVersions: { PersonRegistered: 1 },
  decide(state, { name, email, zone, language }) {
    const data = {
      name,
      ...(email === undefined ? {} : { email }),
      ...(zone === undefined ? {} : { zone }),
      language,
    };
    if (state.status === 'registered') {
      return canonicalText(state) === canonicalText({ status: 'registered', ...data })
        ? []
        : refuse('already-registered');
    }
    if (!LANGUAGES.includes(language)) {
      return refuse('unknown-language', { field: 'language', facts: { languages: LANGUAGES } });
    }
    const fault = nameFault('name', name) ?? emailFault(email) ?? zoneFault(zone);
    return fault ?? [{ type: 'PersonRegistered', data }];
  },
  evolve(_state, { data }) {
    return { status: 'registered', ...data };
  },
};
