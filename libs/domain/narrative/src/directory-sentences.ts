import type { ReferenceNumberAssigned } from '@entente/agreement';
import type { OrganisationFact, PersonFact } from '@entente/directory';

import type { Sentences } from './sentences.js';
import { capitalised, streamId } from './voice.js';
import { POSITION_ROLE_NAMES } from './words.js';

export const directorySentences: Sentences<OrganisationFact | PersonFact | ReferenceNumberAssigned> = {
  OrganisationRegistered: {
    zh: (event, voice) => `${voice.actor(event)}登记了单位“${voice.name(event.data.name)}”。`,
    en: (event, voice) => `${voice.actor(event)} registered the organisation ${voice.name(event.data.name)}.`,
  },
  PositionFilled: {
    zh: ({ data, ...event }, voice) => {
      const roles = data.roles.map((role) => POSITION_ROLE_NAMES[role].zh);
      const powers = roles.length === 0 ? '' : `（职责：${voice.list(roles)}）`;
      return `自${voice.date(data.from)}起，${voice.person(data.personId)}担任${voice.organisation(streamId({ data, ...event }))}“${voice.name(data.title)}”${powers}。`;
    },
    en: ({ data, ...event }, voice) => {
      const roles = data.roles.map((role) => POSITION_ROLE_NAMES[role].en);
      const powers = roles.length === 0 ? '' : ` (${voice.list(roles)})`;
      return `${capitalised(voice.person(data.personId))} fills the position “${voice.name(data.title)}”${powers} at ${voice.organisation(streamId({ data, ...event }))} from ${voice.date(data.from)}.`;
    },
  },
  // The name is asked for and not read from the event, so that an erased one is told nowhere.
  PersonRegistered: {
    zh: (event, voice) => `${voice.actor(event)}登记了人员${voice.person(streamId(event))}。`,
    en: (event, voice) => `${voice.actor(event)} registered ${voice.person(streamId(event))}.`,
  },
  PersonErased: {
    zh: (event, voice) => `${voice.actor(event)}删除了一位人员的姓名和联系方式。`,
    en: (event, voice) => `${voice.actor(event)} erased the name and contacts of a person.`,
  },
  ReferenceNumberAssigned: {
    zh: ({ data }) => `编号${data.number}已分配。`,
    en: ({ data }) => `The number ${data.number} was assigned.`,
  },
};
