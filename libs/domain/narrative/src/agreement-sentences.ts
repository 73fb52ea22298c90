import type { AgreementFact, AttributesSet, FileReference } from '@entente/agreement';

import type { Sentences } from './sentences.js';
import { deadlineSentences } from './deadline-sentences.js';
import { draftingSentences } from './drafting-sentences.js';
import { correctionSentences } from './correction-sentences.js';
import { stageSentences } from './stage-sentences.js';
import { capitalised, type Voice } from './voice.js';
import { DOCUMENT_LANGUAGES, YES_OR_NO, LANGUAGES, MEANS, MILESTONE_KINDS, VERDICTS } from './words.js';

export const agreementSentences: Sentences<AgreementFact> = {
  ...stageSentences,
  ...correctionSentences,
  ...draftingSentences,
  ...deadlineSentences,
  AgreementProposed: {
    zh: (event, voice) =>
      `${voice.actor(event)}提出${voice.kind(event.data.kind)}《${voice.name(event.data.title)}》。`,
    en: (event, voice) =>
      `${voice.actor(event)} proposed the ${voice.kind(event.data.kind)} “${voice.name(event.data.title)}”.`,
  },
  PartyInvited: {
    zh: (event, voice) =>
      `${voice.actor(event)}邀请${voice.name(event.data.name)}作为${voice.role(event.data.role)}参加。`,
    en: (event, voice) =>
      `${voice.actor(event)} invited ${voice.name(event.data.name)} as ${voice.role(event.data.role)}.`,
  },
  SignatoryNamed: {
    zh: (event, voice) =>
      `${voice.actor(event)}确定${voice.organisation(event.data.partyId)}由“${voice.name(event.data.title)}”签署。`,
    en: (event, voice) =>
      `${voice.actor(event)} named “${voice.name(event.data.title)}” as the position that signs for ${voice.organisation(event.data.partyId)}.`,
  },
  SectionRevised: {
    zh: (event, voice) => {
      const { baseHash, heading, sectionId, rendition } = event.data;
      const section = `“${heading || sectionId}”（${LANGUAGES[rendition].zh}）`;
      return `${voice.actor(event)}${baseHash === null ? '新增' : '修改'}了${section}。`;
    },
    en: (event, voice) => {
      const { baseHash, heading, sectionId, rendition } = event.data;
      const section = `“${heading || sectionId}” (${LANGUAGES[rendition].en})`;
      return `${voice.actor(event)} ${baseHash === null ? 'added' : 'revised'} the section ${section}.`;
    },
  },
  AttributesSet: {
    zh: (event, voice) => {
      const { reason } = event.data;
      const told = attributesOf(event.data, voice).join('，');
      return reason === undefined
        ? `${voice.actor(event)}填写了${told}。`
        : `${voice.actor(event)}更正了${told}，理由：${voice.quoted(reason)}。`;
    },
    en: (event, voice) => {
      const { reason } = event.data;
      const told = voice.list(attributesOf(event.data, voice));
      return reason === undefined
        ? `${voice.actor(event)} set ${told}.`
        : `${voice.actor(event)} corrected ${told}, giving the reason ${voice.quoted(reason)}.`;
    },
  },
  TextApproved: {
    zh: (event, voice) => `${voice.actor(event)}代表${voice.organisation(event.data.partyId)}认可了文本。`,
    en: (event, voice) =>
      `${voice.actor(event)} approved the text for ${voice.organisation(event.data.partyId)}.`,
  },
  SignatureRecorded: {
    zh: (event, voice) => {
      const { partyId, signedOn, place, means, substituteFor, positionId } = event.data;
      const where = place === undefined ? '' : `在${place}`;
      const who =
        substituteFor === undefined
          ? ''
          : `，由${voice.position(positionId)}代${voice.position(substituteFor)}`;
      return `${voice.actor(event)}登记：${voice.organisation(partyId)}已于${voice.date(signedOn)}${where}${who}签署（${MEANS[means].zh}）。`;
    },
    en: (event, voice) => {
      const { partyId, signedOn, place, means, substituteFor, positionId } = event.data;
      const where = place === undefined ? '' : ` in ${place}`;
      const who =
        substituteFor === undefined
          ? ''
          : `, ${voice.position(positionId)} in the place of ${voice.position(substituteFor)}`;
      return `${voice.actor(event)} recorded that ${voice.organisation(partyId)} signed ${MEANS[means].en} on ${voice.date(signedOn)}${where}${who}.`;
    },
  },
  PartyAcceded: {
    zh: (event, voice) => {
      const { name, role, signedOn, means, title, signatoryTitle } = event.data;
      const who = `${voice.name(title)}${signatoryTitle === undefined ? '' : `代${voice.name(signatoryTitle)}`}`;
      return `${voice.actor(event)}登记：${voice.name(name)}已于${voice.date(signedOn)}加入，为${voice.role(role)}，由${who}签署（${MEANS[means].zh}）。`;
    },
    en: (event, voice) => {
      const { name, role, signedOn, means, title, signatoryTitle } = event.data;
      const who = `${voice.name(title)}${signatoryTitle === undefined ? '' : ` in the place of ${voice.name(signatoryTitle)}`}`;
      return `${voice.actor(event)} recorded that ${voice.name(name)} acceded as ${voice.role(role)} on ${voice.date(signedOn)}, signed by ${who} ${MEANS[means].en}.`;
    },
  },
  PartySigned: {
    zh: ({ data }, voice) => `${voice.organisation(data.partyId)}已完成签署。`,
    en: ({ data }, voice) => `${capitalised(voice.organisation(data.partyId))} has signed.`,
  },
  SigningHandedOver: {
    zh: (event, voice) =>
      `${voice.actor(event)}将${voice.organisation(event.data.partyId)}的签署移交给${voice.name(event.data.title)}${event.data.mandate === undefined ? '' : `（授权：${event.data.mandate}）`}。`,
    en: (event, voice) =>
      `${voice.actor(event)} handed the signing for ${voice.organisation(event.data.partyId)} over to ${voice.name(event.data.title)}${event.data.mandate === undefined ? '' : ` (mandate ${event.data.mandate})`}.`,
  },
  SigningOrdered: {
    zh: (event, voice) =>
      `${voice.actor(event)}确定签署次序：${event.data.groups.map((group) => voice.list(group.map((id) => voice.organisation(id)))).join('，其后')}。`,
    en: (event, voice) =>
      `${voice.actor(event)} set the order of signing: ${event.data.groups.map((group) => voice.list(group.map((id) => voice.organisation(id)))).join(', then ')}.`,
  },
  DraftingReopened: {
    zh: (event, voice) =>
      `${voice.actor(event)}重新开放起草，已有的签署和认可不再有效，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} reopened drafting, so that signatures and approvals no longer count, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  SigningDeclined: {
    zh: (event, voice) =>
      `${voice.actor(event)}代表${voice.organisation(event.data.partyId)}拒绝签署，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} declined to sign for ${voice.organisation(event.data.partyId)}, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  MilestonePlanned: {
    zh: (event, voice) => {
      const { kind, title, ownerPartyId, dueOn } = event.data;
      return `${voice.actor(event)}制定${MILESTONE_KINDS[kind].zh}里程碑“${voice.name(title)}”，由${voice.organisation(ownerPartyId)}负责，定于${voice.date(dueOn)}完成。`;
    },
    en: (event, voice) => {
      const { kind, title, ownerPartyId, dueOn } = event.data;
      return `${voice.actor(event)} planned the ${MILESTONE_KINDS[kind].en} milestone “${voice.name(title)}”, which ${voice.organisation(ownerPartyId)} is to complete by ${voice.date(dueOn)}.`;
    },
  },
  MilestoneCompleted: {
    zh: (event, voice) =>
      `${voice.actor(event)}报告${voice.milestone(event.data.milestoneId)}已于${voice.date(event.data.completedOn)}完成。`,
    en: (event, voice) =>
      `${voice.actor(event)} reported ${voice.milestone(event.data.milestoneId)} as completed on ${voice.date(event.data.completedOn)}.`,
  },
  MilestoneConfirmed: {
    zh: (event, voice) =>
      `${voice.actor(event)}代表${voice.organisation(event.data.partyId)}确认${voice.milestone(event.data.milestoneId)}已完成。`,
    en: (event, voice) =>
      `${voice.actor(event)} confirmed ${voice.milestone(event.data.milestoneId)} for ${voice.organisation(event.data.partyId)}.`,
  },
  MilestoneCancelled: {
    zh: (event, voice) =>
      `${voice.actor(event)}取消了${voice.milestone(event.data.milestoneId)}，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} cancelled ${voice.milestone(event.data.milestoneId)}, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  VerdictGiven: {
    zh: (event, voice) => `${voice.actor(event)}作出评审结论：${VERDICTS[event.data.outcome].zh}。`,
    en: (event, voice) =>
      `${voice.actor(event)} gave the verdict of the review: ${VERDICTS[event.data.outcome].en}.`,
  },
  AgreementWithdrawn: {
    zh: (event, voice) => `${voice.actor(event)}撤回本次合作，理由：${voice.quoted(event.data.reason)}。`,
    en: (event, voice) =>
      `${voice.actor(event)} withdrew the agreement, giving the reason ${voice.quoted(event.data.reason)}.`,
  },
  DocumentIssued: {
    zh: (event, voice) =>
      `${voice.actor(event)}出具了${DOCUMENT_LANGUAGES[event.data.language].zh}正式文件（${formatOf(event.data.file)}）。`,
    en: (event, voice) =>
      `${voice.actor(event)} issued the document ${DOCUMENT_LANGUAGES[event.data.language].en} as ${formatOf(event.data.file)}.`,
  },
  SignedCopyFiled: {
    zh: (event, voice) =>
      `${voice.actor(event)}将签署件归档，经核对${event.data.matchesText ? '与签署文本一致' : '与签署文本不一致'}。`,
    en: (event, voice) =>
      `${voice.actor(event)} filed the signed copy, which ${event.data.matchesText ? 'matches' : 'does not match'} the text that was signed.`,
  },
  OriginalsHeld: {
    zh: (event, voice) => {
      const { copies, holderId, archiveNumber } = event.data;
      return `${voice.actor(event)}登记：${voice.organisation(holderId)}保存原件${copies}份，档号为${archiveNumber}。`;
    },
    en: (event, voice) => {
      const { copies, holderId, archiveNumber } = event.data;
      const originals = copies === 1 ? 'one original' : `${String(copies)} originals`;
      return `${voice.actor(event)} recorded that ${voice.organisation(holderId)} keeps ${originals} under the archive number ${archiveNumber}.`;
    },
  },
  AgreementArchived: {
    zh: (event, voice) => `${voice.actor(event)}将本次合作归档，档号为${event.data.archiveNumber}。`,
    en: (event, voice) =>
      `${voice.actor(event)} put the agreement’s papers away under the archive number ${event.data.archiveNumber}.`,
  },
  DeskAssigned: {
    zh: (event, voice) => `${voice.actor(event)}将本次合作交由“${voice.position(event.data.deskId)}”统筹。`,
    en: (event, voice) =>
      `${voice.actor(event)} gave the letter into the care of “${voice.position(event.data.deskId)}”.`,
  },
  DefinitionMigrated: {
    zh: (event, voice) => {
      const { from, to, fromStage, stage, title } = event.data;
      const renamed = stage === fromStage ? '' : `，所处阶段改称“${voice.name(title)}”`;
      return `${voice.actor(event)}将本次合作由流程定义${from}转为${to}${renamed}。`;
    },
    en: (event, voice) => {
      const { from, to, fromStage, stage, title } = event.data;
      const renamed = stage === fromStage ? '' : `, which calls its stage “${voice.name(title)}”`;
      return `${voice.actor(event)} moved the agreement from the workflow definition ${from} to ${to}${renamed}.`;
    },
  },
  AgreementNumbered: {
    zh: ({ data }) => `本次合作的编号为${data.number}。`,
    en: ({ data }) => `The agreement was given the number ${data.number}.`,
  },
};

/** “Budget” to 500; one that was taken away is told so. */
function attributesOf({ values, labels }: AttributesSet['data'], voice: Voice): string[] {
  const isChinese = voice.language === 'zh';
  return Object.entries(values).map(([name, value]) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    const title = `“${voice.text(label?.title) ?? name}”`;
    if (value === null) return isChinese ? `${title}（清空）` : `${title} to nothing`;
    const told = label?.value ? voice.name(label.value) : attributeText(value, voice);
    return isChinese ? `${title}：${told}` : `${title} to ${told}`;
  });
}

function attributeText(value: string | number | boolean, voice: Voice): string {
  if (typeof value === 'boolean') return YES_OR_NO[String(value) as 'true' | 'false'][voice.language];
  if (typeof value === 'number') return value.toLocaleString('en');
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? voice.date(value) : voice.quoted(value);
}

function formatOf({ mediaType }: FileReference): string {
  return mediaType === 'application/pdf' ? 'PDF' : 'DOCX';
}
