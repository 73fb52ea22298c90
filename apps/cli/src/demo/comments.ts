import type { Audience } from '@entente/agreement';

import type { Role } from './cast.js';
import type { Stage } from './stage.js';
import { at, type Pair, type Step } from './steps.js';

interface Remark {
  readonly sectionId: string;
  readonly audience: Audience;
  readonly text: string;
}

/** What both sides said of a text: a question that was settled, one that is open, and what each keeps to itself. */
export function commentSteps(
  { letter, base, district }: Pair,
  settled: Temporal.PlainDate,
  open: Temporal.PlainDate,
): Step[] {
  const say = (stage: Stage, who: Role, remark: Remark, replyTo?: string): Promise<unknown> =>
    stage.send(who, letter, {
      type: 'AddComment',
      ...remark,
      ...(who === 'coordinator' ? {} : { partyId: stage.id(who) }),
      ...(replyTo === undefined ? {} : { replyTo }),
    });
  const asked = async (stage: Stage): Promise<string> => {
    const { comments = [] } = await stage.letter(letter);
    const found = comments.find(({ sectionId }) => sectionId === JOINT_WORK.sectionId);
    if (!found) throw new Error(`nobody asked anything about ${letter}`);
    return found.commentId;
  };
  return [
    at(settled, 10, 20, (stage) => say(stage, base, JOINT_WORK)),
    at(settled, 14, 5, async (stage) => say(stage, district, YES, await asked(stage))),
    at(settled, 16, 30, async (stage) =>
      stage.send(base, letter, {
        type: 'ResolveComment',
        partyId: stage.id(base),
        commentId: await asked(stage),
      }),
    ),
    at(open, 15, 35, (stage) => say(stage, district, TERM)),
    at(open, 15, 50, (stage) => say(stage, district, FOR_ITSELF)),
    at(open, 16, 10, (stage) => say(stage, 'coordinator', FOR_THE_DESK)),
  ];
}

const JOINT_WORK: Remark = {
  sectionId: 'joint-work',
  audience: 'parties',
  text: '是否需要写明每年至少一项联合调研？ Should it say that there is at least one joint study a year?',
};
const YES: Remark = {
  ...JOINT_WORK,
  text: '不必写入正文，在里程碑里安排即可。 Not in the text: we plan it as a milestone.',
};
const TERM: Remark = {
  sectionId: 'term',
  audience: 'parties',
  text: '期满后自动顺延，还是另行商议？ Does it go on by itself after its term, or do we meet again?',
};
const FOR_ITSELF: Remark = {
  sectionId: 'inputs-and-forums',
  audience: 'own-side',
  text: '认可前请办公室核对论坛经费。 Before we approve: the office checks the budget of the forum.',
};
const FOR_THE_DESK: Remark = {
  sectionId: 'coordination',
  audience: 'coordinators',
  text: '请在下次签署会议前落实双方联络人。 Name both contacts before the next signing meeting.',
};
