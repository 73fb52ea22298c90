import { BASE, DISTRICT } from '../agreement-builders.js';
import { event, type Told } from './telling.js';

const conversation = { commentId: 'one', side: BASE, owner: BASE, audience: 'coordinators', textHash: 'x' };

const inside = { audience: 'own-side', owner: BASE };
const LEGAL = { zh: '法务审核', en: 'Legal affairs' };

export const draftingTold: readonly Told[] = [
  [
    event('AttributesSet', {
      values: { budget: 1200, region: 'north', starts: '2026-09-01', open: true, remark: null },
      labels: {
        budget: { title: { zh: '预算', en: 'Budget' } },
        region: { title: { zh: '区域', en: 'Region' }, value: { zh: '北部', en: 'the north' } },
        starts: { title: { zh: '开始', en: 'Start' } },
        open: { title: { zh: '公开', en: 'Public' } },
        remark: { title: { zh: '备注', en: 'Remark' } },
      },
    }),
    'Lin Yue set “Budget” to 1,200, “Region” to the north, “Start” to 1 September 2026, “Public” to yes and “Remark” to nothing.',
    '林悦填写了“预算”：1,200，“区域”：北部，“开始”：2026年9月1日，“公开”：是，“备注”（清空）。',
  ],
  [
    event('AttributesSet', {
      values: { budget: 1300 },
      labels: { budget: { title: { zh: '预算', en: 'Budget' } } },
      reason: 'A slip.',
    }),
    'Lin Yue corrected “Budget” to 1,300, giving the reason “A slip”.',
    '林悦更正了“预算”：1,300，理由：“A slip”。',
  ],
  [
    event('TextServed', { textHash: 'x', by: BASE, to: [DISTRICT], on: '2026-03-02' }),
    'Lin Yue served the text on Daxing District Association for Modern Agriculture Think Tank Base on 2 March 2026.',
    '林悦代表现代农业智库基地于2026年3月2日将文本送交大兴区科学技术协会。',
  ],
  [
    event('TextServed', { textHash: 'x', by: 'coordinator', to: [BASE, DISTRICT], on: '2026-03-02' }),
    'Lin Yue served the text on Modern Agriculture Think Tank Base and Daxing District Association for the coordinators on 2 March 2026.',
    '林悦代表统筹部门于2026年3月2日将文本送交现代农业智库基地、大兴区科学技术协会。',
  ],
  [
    event('ApproversNamed', {
      ...inside,
      approvers: [
        { post: 'legal', positionId: 'x', title: { zh: '法务', en: 'Counsel' } },
        { post: 'head', positionId: 'y', title: { zh: '主任', en: 'Director' } },
      ],
    }),
    'Lin Yue named who approves the text inside Modern Agriculture Think Tank Base: Counsel and Director.',
    '林悦指定了现代农业智库基地的内部审批人：法务、主任。',
  ],
  [
    event('TextEndorsed', { ...inside, post: 'legal', title: LEGAL, positionId: 'x', textHash: 'x' }),
    'Lin Yue agreed to the text inside Modern Agriculture Think Tank Base (Legal affairs).',
    '林悦在现代农业智库基地内部审批中同意了文本（法务审核）。',
  ],
  [
    event('TextReturned', {
      ...inside,
      ...{ post: 'legal', title: LEGAL, positionId: 'x', textHash: 'x', reason: 'Who pays?' },
    }),
    'Lin Yue sent the text back inside Modern Agriculture Think Tank Base (Legal affairs): “Who pays?”.',
    '林悦在现代农业智库基地内部审批中退回了文本（法务审核）：“Who pays?”。',
  ],
  [
    event('PartyAcceded', {
      ...{ partyId: DISTRICT, organisation: 'x', name: { zh: '农学院', en: 'Agricultural College' } },
      ...{ role: 'member', positionId: 'x', title: { zh: '院长', en: 'Dean' } },
      ...{ means: 'ink', signedOn: '2026-03-02', textHash: 'x' },
    }),
    'Lin Yue recorded that Agricultural College acceded as member on 2 March 2026, signed by Dean in ink.',
    '林悦登记：农学院已于2026年3月2日加入，为成员方，由院长签署（亲笔签名）。',
  ],
  [
    event('AnnexAttached', { file: {}, title: { zh: '课题清单', en: 'Subjects' }, textHash: 'x' }),
    'Lin Yue attached the annex “Subjects”.',
    '林悦附上了附件“课题清单”。',
  ],
  [
    event('AnnexRemoved', { sha256: 'x', title: { zh: '课题清单', en: 'Subjects' }, textHash: 'x' }),
    'Lin Yue removed the annex “Subjects”.',
    '林悦移除了附件“课题清单”。',
  ],
  [
    event('TextFileProvided', { rendition: 'zh', file: {}, textHash: 'x' }),
    'Lin Yue provided the Chinese text as a file.',
    '林悦以文件作为中文正文。',
  ],
  [
    event('TextFileProvided', { rendition: 'en', file: {}, replaces: 'y', textHash: 'x' }),
    'Lin Yue replaced the file of the English text.',
    '林悦更换了英文正文的文件。',
  ],
  [
    event('TextFileRemoved', { rendition: 'en', sha256: 'y', textHash: 'x' }),
    'Lin Yue removed the file of the English text.',
    '林悦移除了英文正文的文件。',
  ],
  [
    event('CommentAdded', { ...conversation, audience: 'own-side', text: 'Too long.' }),
    'Lin Yue commented (for their own side): “Too long”.',
    '林悦提出了意见（仅限本方）：“Too long”。',
  ],
  [
    event('CommentAdded', { ...conversation, audience: 'parties', replyTo: 'one', text: null }),
    'Lin Yue answered a comment (for all parties): (erased).',
    '林悦回复了意见（各方可见）：（已删除）。',
  ],
  [event('CommentResolved', conversation), 'Lin Yue resolved a comment.', '林悦将一条意见标为已解决。'],
  [event('CommentReopened', conversation), 'Lin Yue reopened a comment.', '林悦重新提起了一条意见。'],
];
