import type {
  AgreementFact,
  CorrectableField,
  CorrectValue,
  OverrideCause,
  OverrideRequested,
  Voided,
} from '@entente/agreement';
import type { EventEnvelope } from '@entente/event-sourcing';

import type { Sentences } from './sentences.js';
import { deadlineName } from './stage-sentences.js';
import type { Voice } from './voice.js';
import type { Words } from './words.js';

type Corrections = Extract<
  AgreementFact,
  {
    type:
      | 'EntryRetracted'
      | 'EntryCorrected'
      | 'DeadlineWaived'
      | 'DeadlineRecounted'
      | 'AgreementVoided'
      | 'OverrideRequested'
      | 'OverrideConfirmed'
      | 'OverrideRejected';
  }
>;

const FIELDS: Words<CorrectableField> = {
  title: { zh: '名称', en: 'title' },
  field: { zh: '领域', en: 'field' },
  signedOn: { zh: '签署日期', en: 'day of signing' },
  place: { zh: '地点', en: 'place' },
  dueOn: { zh: '完成期限', en: 'due date' },
  completedOn: { zh: '完成日期', en: 'day of completion' },
};

const VOIDED: Words<Voided> = {
  duplicate: { zh: '重复登记', en: 'as a duplicate' },
  'entered-in-error': { zh: '误登记', en: 'as entered in error' },
};

const DAYS: readonly CorrectableField[] = ['signedOn', 'dueOn', 'completedOn'];

export const correctionSentences: Sentences<Corrections> = {
  EntryRetracted: {
    zh: (event, voice) =>
      `${voice.actor(event)}撤销了此前的一条记录，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} took back an earlier entry, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  EntryCorrected: {
    zh: (event, voice) => {
      const { field, value, reason } = event.data;
      return `${voice.actor(event)}将此前一条记录中的${fieldName(field, voice)}更正为${valueText(field, value, voice)}，理由：${voice.quoted(reason)}。`;
    },
    en: (event, voice) => {
      const { field, value, reason } = event.data;
      return `${voice.actor(event)} corrected the ${fieldName(field, voice)} in an earlier entry to ${valueText(field, value, voice)}, giving the reason ${voice.quoted(reason)}.`;
    },
  },
  DeadlineRecounted: {
    zh: (event, voice) => {
      const { deadlineId, from, to, calendar, reason } = event.data;
      return `${voice.actor(event)}按日历${calendar}重新计算了${deadlineName(deadlineId, voice)}的期限，由${voice.date(from)}改为${voice.date(to)}，理由：${voice.quoted(reason)}。`;
    },
    en: (event, voice) => {
      const { deadlineId, from, to, calendar, reason } = event.data;
      return `${voice.actor(event)} counted the deadline of ${deadlineName(deadlineId, voice)} anew with the calendar ${calendar}, from ${voice.date(from)} to ${voice.date(to)}, giving the reason ${voice.quoted(reason)}.`;
    },
  },
  DeadlineWaived: {
    zh: (event, voice) =>
      `${deadlineName(event.data.deadlineId, voice)}的期限不再要求，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `The deadline of ${deadlineName(event.data.deadlineId, voice)} was waived, for the reason ${voice.quoted(event.data.reason)}.`,
  },
  AgreementVoided: {
    zh: (event, voice) =>
      `本次合作作废（${VOIDED[event.data.as].zh}），理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `The agreement was declared void ${VOIDED[event.data.as].en}, for the reason ${voice.quoted(event.data.reason)}.`,
  },
  OverrideRequested: {
    zh: (event, voice) => {
      const { reason, rule } = event.data;
      const how = rule === 'by-two' ? '提请第二人核准' : '先行办理，待第二人核准';
      return `${voice.actor(event)}${how}：${actionName(event.data, voice)}，理由：${voice.quoted(reason)}。`;
    },
    en: (event, voice) => {
      const { reason, rule } = event.data;
      const how =
        rule === 'by-two' ? 'asked a second person to agree' : 'acted alone, for a second person to confirm,';
      return `${voice.actor(event)} ${how} to ${actionName(event.data, voice)}, giving the reason ${voice.quoted(reason)}.`;
    },
  },
  OverrideConfirmed: {
    zh: (event, voice) => `${voice.actor(event)}作为第二人予以核准。`,
    en: (event, voice) => `${voice.actor(event)} confirmed it as the second person.`,
  },
  OverrideRejected: {
    zh: (event, voice) => `${voice.actor(event)}不予核准，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} rejected what was asked for, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
};

function actionName({ action, cause }: OverrideRequested['data'], voice: Voice): string {
  const { language } = voice;
  switch (action.type) {
    case 'RetractEntry':
      return language === 'zh' ? '撤销此前的一条记录' : 'take back an earlier entry';
    case 'CorrectEntry': {
      const [field, value] = [fieldName(action.field, voice), valueText(action.field, action.value, voice)];
      return language === 'zh'
        ? `将此前一条记录中的${field}更正为${value}${whenVacant(cause, voice)}`
        : `correct the ${field} in an earlier entry to ${value}${whenVacant(cause, voice)}`;
    }
    case 'VoidAgreement':
      return language === 'zh'
        ? `将本次合作作废（${VOIDED[action.as].zh}）`
        : `declare the agreement void ${VOIDED[action.as].en}`;
    case 'WaiveDeadline': {
      const deadline = deadlineName(action.deadlineId, voice);
      return language === 'zh' ? `不再要求${deadline}的期限` : `waive the deadline of ${deadline}`;
    }
    case 'RecordSignature': {
      const [party, day] = [voice.organisation(action.partyId), voice.date(action.signedOn)];
      return language === 'zh'
        ? `登记${party}于${day}的签署${whyTwo(cause, voice)}`
        : `record that ${party} signed on ${day}${whyTwo(cause, voice)}`;
    }
    case 'RecordAccession': {
      const [party, day] = [voice.organisation(action.partyId), voice.date(action.signedOn)];
      return language === 'zh'
        ? `登记${party}于${day}的加入${whyTwo(cause, voice)}`
        : `record that ${party} acceded on ${day}${whyTwo(cause, voice)}`;
    }
    default:
      return unheardOf(action);
  }
}

/** Why one person alone may not tell of a signature. */
function whyTwo(cause: OverrideCause, voice: Voice): string {
  if (cause === 'vacant') return whenVacant(cause, voice);
  return voice.language === 'zh' ? '' : ', too late for one person alone';
}

function whenVacant(cause: OverrideCause, { language }: Voice): string {
  if (cause !== 'vacant') return '';
  return language === 'zh'
    ? '（按名录记载，当日该职位无人担任）'
    : ', when by the directory nobody held the position';
}

/** Closes the switch; an action of a later version is told by its name. */
function unheardOf(action: never): string {
  return (action as { readonly type: string }).type;
}

function fieldName(field: string, { language }: Voice): string {
  return Object.hasOwn(FIELDS, field) ? FIELDS[field as CorrectableField][language] : field;
}

function valueText(field: string, value: CorrectValue, voice: Voice): string {
  if (typeof value === 'object') return voice.quoted(voice.name(value));
  return DAYS.some((day) => day === field) ? voice.date(value) : voice.quoted(value);
}

/** The signature that a second person's word let in, after the words that it was confirmed. */
export function signatureClause(
  { type, data }: EventEnvelope<Extract<AgreementFact, { type: 'SignatureRecorded' | 'PartyAcceded' }>>,
  voice: Voice,
): string {
  const [party, day] = [voice.organisation(data.partyId), voice.date(data.signedOn)];
  if (type === 'PartyAcceded')
    return voice.language === 'zh'
      ? `${party}自${day}加入，已登记`
      : `the accession of ${party} on ${day} is recorded`;
  return voice.language === 'zh'
    ? `${party}于${day}的签署已登记`
    : `the signature of ${party} of ${day} is recorded`;
}

/** What a confirmed override did, after the words that it was confirmed. */
export function correctionClause(
  event: EventEnvelope<Extract<Corrections, { type: 'EntryRetracted' | 'EntryCorrected' }>>,
  voice: Voice,
): string {
  if (event.type === 'EntryRetracted')
    return voice.language === 'zh' ? '此前的一条记录已撤销' : 'an earlier entry is taken back';
  const { field, value } = event.data;
  const [name, text] = [fieldName(field, voice), valueText(field, value, voice)];
  return voice.language === 'zh'
    ? `此前一条记录中的${name}更正为${text}`
    : `the ${name} in an earlier entry is now ${text}`;
}
