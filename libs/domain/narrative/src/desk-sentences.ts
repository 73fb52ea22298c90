import type { DeskFact } from '@entente/directory';

import type { Sentences } from './sentences.js';
import { capitalised } from './voice.js';

export const deskSentences: Sentences<DeskFact> = {
  DeskOpened: {
    zh: ({ data, ...event }, voice) =>
      `${voice.actor({ data, ...event })}设立了统筹席位“${voice.name(data.name)}”，自${voice.date(data.from)}起由${voice.person(data.personId)}负责。`,
    en: ({ data, ...event }, voice) =>
      `${voice.actor({ data, ...event })} opened the desk “${voice.name(data.name)}”, kept by ${voice.person(data.personId)} from ${voice.date(data.from)}.`,
  },
  DeskOffered: {
    zh: ({ data, ...event }, voice) =>
      `${voice.actor({ data, ...event })}拟自${voice.date(data.from)}起将该席位移交给${voice.person(data.personId)}。`,
    en: ({ data, ...event }, voice) =>
      `${voice.actor({ data, ...event })} offered the desk to ${voice.person(data.personId)} from ${voice.date(data.from)}.`,
  },
  DeskOfferWithdrawn: {
    zh: ({ data, ...event }, voice) =>
      `${voice.actor({ data, ...event })}撤回了向${voice.person(data.personId)}的移交。`,
    en: ({ data, ...event }, voice) =>
      `${voice.actor({ data, ...event })} withdrew the offer of the desk to ${voice.person(data.personId)}.`,
  },
  DeskHolderChanged: {
    zh: ({ data }, voice) =>
      `自${voice.date(data.from)}起，该席位及其全部合作由${voice.person(data.personId)}负责${data.reason === undefined ? '' : `，原因：${voice.quoted(data.reason)}`}。`,
    en: ({ data }, voice) =>
      `${capitalised(voice.person(data.personId))} keeps the desk and all its agreements from ${voice.date(data.from)}${data.reason === undefined ? '' : `: ${voice.quoted(data.reason)}`}.`,
  },
};
