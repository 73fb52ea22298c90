import type { WorkflowDefinition } from './definition.js';

/** The text every letter of intent starts from; both sides make it theirs in drafting. */
export const letterOfIntentText1: WorkflowDefinition['template'] = [
  {
    sectionId: 'purpose',
    renditions: {
      zh: {
        heading: '一、合作宗旨',
        body: '为发挥智库基地的专业优势，服务本区高质量发展与科学决策，双方本着平等互信、优势互补、务实高效、共同发展的原则，经友好协商，达成如下合作意向。',
      },
      en: {
        heading: '1. Purpose',
        body: 'In order to place the expertise of the think tank base at the service of the district, of its development and of well-founded public decisions, the two parties, on a footing of equality, mutual trust and complementary strengths, have agreed to cooperate as set out below.',
      },
    },
  },
  {
    sectionId: 'joint-work',
    renditions: {
      zh: {
        heading: '二、合作内容',
        body: '双方围绕本区发展中的重大问题，共同开展合作研究、规划与设计。具体课题、牵头单位和完成期限由双方在合作中逐项商定，并如实记录。',
      },
      en: {
        heading: '2. Joint work',
        body: "The parties shall together carry out cooperative research, planning and design on important issues of the district's development. They shall agree, item by item, on each subject, on the party that leads it and on the date by which it is to be completed, and shall keep a faithful record of them.",
      },
    },
  },
  {
    sectionId: 'inputs-and-forums',
    renditions: {
      zh: {
        heading: '三、建言献策与高端论坛',
        body: '双方共同组织科技工作者建言献策，形成政策建议，反映意见与呼声，就突发事件和热点问题及时报送专报，供有关部门决策参考；并联合举办高端论坛，促进学术交流与成果转化。',
      },
      en: {
        heading: '3. Constructive inputs and forums',
        body: 'The parties shall jointly bring constructive inputs to the competent authorities: policy recommendations, the opinions and appeals of scientific and technical personnel, and urgent reports on emergencies and matters of public concern. They shall hold high-level forums together, to further exchange and the use of results.',
      },
    },
  },
  {
    sectionId: 'coordination',
    renditions: {
      zh: {
        heading: '四、协调机制',
        body: '双方各指定一名联络人，负责日常沟通，定期会商合作进展。合作中的重大事项由双方负责人协商决定，并由主管部门统筹协调。',
      },
      en: {
        heading: '4. Coordination',
        body: 'Each party shall designate a contact for day-to-day communication, and the parties shall review the progress of their work at regular intervals. Matters of importance shall be settled by the heads of both parties; the competent department coordinates the cooperation as a whole.',
      },
    },
  },
  {
    sectionId: 'term',
    renditions: {
      zh: {
        heading: '五、期限与其他',
        body: '本意向书自双方签署之日起生效。合作期限未作约定，由双方另行商定。本意向书表达双方的合作意愿；需要落实的具体事项，由双方另行签订协议。中文文本与英文文本具有同等效力。',
      },
      en: {
        heading: '5. Term and final provisions',
        body: 'This letter takes effect on the day on which the last party signs it. No term has been agreed; the parties may settle one at a later time. This letter states the intention of the parties to cooperate; matters that call for further commitments shall be governed by separate agreements. The Chinese and the English text are equally authentic.',
      },
    },
  },
];
