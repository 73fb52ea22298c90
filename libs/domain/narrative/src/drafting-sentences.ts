import {
  COORDINATORS,
  type AnnexAttached,
  type AnnexRemoved,
  type ApproversNamed,
  type CommentAdded,
  type CommentReopened,
  type CommentResolved,
  type TextEndorsed,
  type TextFileProvided,
  type TextFileRemoved,
  type TextReturned,
  type TextServed,
} from '@entente/agreement';

import type { Sentences } from './sentences.js';
import type { Voice } from './voice.js';
import { AUDIENCES, LANGUAGES } from './words.js';

const DESK = { zh: '统筹部门', en: 'the coordinators' } as const;

export const draftingSentences: Sentences<
  | ApproversNamed
  | TextEndorsed
  | TextReturned
  | TextServed
  | AnnexAttached
  | AnnexRemoved
  | TextFileProvided
  | TextFileRemoved
  | CommentAdded
  | CommentResolved
  | CommentReopened
> = {
  TextServed: {
    zh: (event, voice) =>
      `${voice.actor(event)}代表${side(event.data.by, voice)}于${voice.date(event.data.on)}将文本送交${named(event.data.to, voice)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} served the text on ${named(event.data.to, voice)} for ${side(event.data.by, voice)} on ${voice.date(event.data.on)}.`,
  },
  ApproversNamed: {
    zh: (event, voice) =>
      `${voice.actor(event)}指定了${side(event.data.owner, voice)}的内部审批人：${voice.list(event.data.approvers.map(({ title }) => voice.name(title)))}。`,
    en: (event, voice) =>
      `${voice.actor(event)} named who approves the text inside ${side(event.data.owner, voice)}: ${voice.list(event.data.approvers.map(({ title }) => voice.name(title)))}.`,
  },
  TextEndorsed: {
    zh: (event, voice) =>
      `${voice.actor(event)}在${side(event.data.owner, voice)}内部审批中同意了文本（${voice.name(event.data.title)}）。`,
    en: (event, voice) =>
      `${voice.actor(event)} agreed to the text inside ${side(event.data.owner, voice)} (${voice.name(event.data.title)}).`,
  },
  TextReturned: {
    zh: (event, voice) =>
      `${voice.actor(event)}在${side(event.data.owner, voice)}内部审批中退回了文本（${voice.name(event.data.title)}）：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} sent the text back inside ${side(event.data.owner, voice)} (${voice.name(event.data.title)}): ${voice.quoted(event.data.reason)}.`,
  },
  AnnexAttached: {
    zh: (event, voice) => `${voice.actor(event)}附上了附件“${voice.name(event.data.title)}”。`,
    en: (event, voice) => `${voice.actor(event)} attached the annex “${voice.name(event.data.title)}”.`,
  },
  AnnexRemoved: {
    zh: (event, voice) => `${voice.actor(event)}移除了附件“${voice.name(event.data.title)}”。`,
    en: (event, voice) => `${voice.actor(event)} removed the annex “${voice.name(event.data.title)}”.`,
  },
  TextFileProvided: {
    zh: (event, voice) => {
      const { rendition, replaces } = event.data;
      const text = `${LANGUAGES[rendition].zh}正文`;
      return replaces === undefined
        ? `${voice.actor(event)}以文件作为${text}。`
        : `${voice.actor(event)}更换了${text}的文件。`;
    },
    en: (event, voice) => {
      const { rendition, replaces } = event.data;
      const text = `the ${LANGUAGES[rendition].en} text`;
      return replaces === undefined
        ? `${voice.actor(event)} provided ${text} as a file.`
        : `${voice.actor(event)} replaced the file of ${text}.`;
    },
  },
  TextFileRemoved: {
    zh: (event, voice) => `${voice.actor(event)}移除了${LANGUAGES[event.data.rendition].zh}正文的文件。`,
    en: (event, voice) =>
      `${voice.actor(event)} removed the file of the ${LANGUAGES[event.data.rendition].en} text.`,
  },
  CommentAdded: {
    zh: (event, voice) => {
      const { audience, replyTo, text } = event.data;
      return `${voice.actor(event)}${replyTo === undefined ? '提出' : '回复'}了意见（${AUDIENCES[audience].zh}）：${voice.quoted(text)}。`;
    },
    en: (event, voice) => {
      const { audience, replyTo, text } = event.data;
      const verb = replyTo === undefined ? 'commented' : 'answered a comment';
      return `${voice.actor(event)} ${verb} (${AUDIENCES[audience].en}): ${voice.quoted(text)}.`;
    },
  },
  CommentResolved: {
    zh: (event, voice) => `${voice.actor(event)}将一条意见标为已解决。`,
    en: (event, voice) => `${voice.actor(event)} resolved a comment.`,
  },
  CommentReopened: {
    zh: (event, voice) => `${voice.actor(event)}重新提起了一条意见。`,
    en: (event, voice) => `${voice.actor(event)} reopened a comment.`,
  },
};

function side(id: string, voice: Voice): string {
  return id === COORDINATORS ? DESK[voice.language] : voice.organisation(id);
}

function named(ids: readonly string[], voice: Voice): string {
  return voice.list(ids.map((id) => side(id, voice)));
}
