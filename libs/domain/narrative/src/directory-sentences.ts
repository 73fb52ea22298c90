import type { ReferenceNumberAssigned } from '@entente/agreement';
import type { MandateGranted, OrganisationFact, PersonFact } from '@entente/directory';

import type { Sentences } from './sentences.js';
import { capitalised, streamId, type Voice } from './voice.js';
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
  OrganisationRenamed: {
    zh: ({ data }, voice) => `自${voice.date(data.from)}起，单位名称改为“${voice.name(data.name)}”。`,
    en: ({ data }, voice) =>
      `The organisation is called ${voice.name(data.name)} from ${voice.date(data.from)}.`,
  },
  RegistrationCodeSet: {
    zh: (event, voice) => `${voice.actor(event)}登记了代码${event.data.code}。`,
    en: (event, voice) => `${voice.actor(event)} recorded the registration code ${event.data.code}.`,
  },
  HostUnitNamed: {
    zh: ({ data }, voice) =>
      data.hostId === null
        ? `自${voice.date(data.from)}起，单位不再依托其他单位。`
        : `自${voice.date(data.from)}起，单位依托${voice.organisation(data.hostId)}开展工作。`,
    en: ({ data }, voice) =>
      data.hostId === null
        ? `The organisation acts through no other from ${voice.date(data.from)}.`
        : `The organisation acts through ${voice.organisation(data.hostId)} from ${voice.date(data.from)}.`,
  },
  OrganisationCalendarsSet: {
    zh: (event, voice) => {
      const { country, closures } = event.data;
      const own = closures === null ? '' : `，另加本单位休息日“${closures}”`;
      return country === null && closures === null
        ? `${voice.actor(event)}规定单位随统筹部门的日历。`
        : `${voice.actor(event)}规定单位按${country === null ? '统筹部门的日历' : `日历“${country}”`}计算工作日${own}。`;
    },
    en: (event, voice) => {
      const { country, closures } = event.data;
      const days = country === null ? 'of the coordinating department' : `“${country}”`;
      const own = closures === null ? '' : ` and its own closures “${closures}”`;
      return `${voice.actor(event)} set that the organisation goes by the calendar ${days}${own}.`;
    },
  },
  OrganisationMerged: {
    zh: ({ data }, voice) => `单位于${voice.date(data.on)}并入${voice.organisation(data.into)}。`,
    en: ({ data }, voice) =>
      `The organisation was merged into ${voice.organisation(data.into)} on ${voice.date(data.on)}.`,
  },
  OrganisationDissolved: {
    zh: ({ data }, voice) => `单位于${voice.date(data.on)}撤销${because(data.reason, voice)}。`,
    en: ({ data }, voice) =>
      `The organisation was dissolved on ${voice.date(data.on)}${because(data.reason, voice)}.`,
  },
  PositionVacated: {
    zh: ({ data }, voice) =>
      `自${voice.date(data.on)}起，“${voice.position(data.positionId)}”空缺${because(data.reason, voice)}。`,
    en: ({ data }, voice) =>
      `Nobody holds the position “${voice.position(data.positionId)}” from ${voice.date(data.on)}${because(data.reason, voice)}.`,
  },
  PositionEnded: {
    zh: ({ data }, voice) => `职位“${voice.position(data.positionId)}”自${voice.date(data.on)}起撤销。`,
    en: ({ data }, voice) =>
      `The position “${voice.position(data.positionId)}” is no more from ${voice.date(data.on)}.`,
  },
  MandateGranted: {
    zh: ({ data }, voice) =>
      `${voice.person(data.grantedBy)}授权${mandatary(data, voice)}代行“${voice.position(data.fromPositionId)}”职责，自${voice.date(data.from)}起${data.until === undefined ? '' : `至${voice.date(data.until)}`}。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.grantedBy))} lets ${mandatary(data, voice)} act for the position “${voice.position(data.fromPositionId)}” from ${voice.date(data.from)}${data.until === undefined ? '' : ` to ${voice.date(data.until)}`}.`,
  },
  MandateRevoked: {
    zh: ({ data }, voice) => `一项授权自${voice.date(data.on)}起撤回${because(data.reason, voice)}。`,
    en: ({ data }, voice) =>
      `A mandate was revoked from ${voice.date(data.on)}${because(data.reason, voice)}.`,
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
  ContactsChanged: {
    zh: (event, voice) => `${voice.actor(event)}更改了${voice.person(streamId(event))}的联系方式。`,
    en: (event, voice) => `${voice.actor(event)} changed the contacts of ${voice.person(streamId(event))}.`,
  },
  AddressBounced: {
    zh: ({ data, ...event }, voice) =>
      `发给${voice.person(streamId({ data, ...event }))}的邮件被退回（退信代码${data.status}）。`,
    en: ({ data, ...event }, voice) =>
      `Mail to ${voice.person(streamId({ data, ...event }))} came back (${data.status}).`,
  },
  InboxRead: {
    zh: (event, voice) => `${voice.actor(event)}查看了收到的提醒。`,
    en: (event, voice) => `${voice.actor(event)} looked through the reminders they got.`,
  },
  // When and why somebody is not reminded is their own.
  ReminderPreferencesSet: {
    zh: (event, voice) => `${voice.actor(event)}更改了${voice.person(streamId(event))}的提醒方式。`,
    en: (event, voice) => `${voice.actor(event)} changed how ${voice.person(streamId(event))} is reminded.`,
  },
  BoardColumnsChosen: {
    zh: (event, voice) => `${voice.actor(event)}选择了看板的列。`,
    en: (event, voice) => `${voice.actor(event)} chose the columns of the board.`,
  },
  // What it is called and looks for is the person's own.
  BoardFilterSaved: {
    zh: (event, voice) => `${voice.actor(event)}保存了一个看板筛选。`,
    en: (event, voice) => `${voice.actor(event)} saved a filter of the board.`,
  },
  BoardFilterRemoved: {
    zh: (event, voice) => `${voice.actor(event)}删除了一个看板筛选。`,
    en: (event, voice) => `${voice.actor(event)} removed a filter of the board.`,
  },
  ReferenceNumberAssigned: {
    zh: ({ data }) => `编号${data.number}已分配。`,
    en: ({ data }) => `The number ${data.number} was assigned.`,
  },
};

function mandatary({ toPositionId, toPersonId }: MandateGranted['data'], voice: Voice): string {
  if (toPositionId === undefined) return voice.person(toPersonId ?? '');
  const title = voice.position(toPositionId);
  return voice.language === 'zh' ? `“${title}”` : `the holder of the position “${title}”`;
}

function because(reason: string | null | undefined, voice: Voice): string {
  if (reason === undefined) return '';
  return voice.language === 'zh' ? `，原因：${voice.quoted(reason)}` : `: ${voice.quoted(reason)}`;
}
