import { BASE, BASE_HEAD, BASE_PERSON } from '../agreement-builders.js';
import { event, type Told } from './telling.js';

export const directoryTold: readonly Told[] = [
  [
    event('OrganisationRegistered', { name: { zh: '大兴区科协' } }, { actor: 'system:setup' }),
    'The system registered the organisation 大兴区科协.',
    '系统登记了单位“大兴区科协”。',
  ],
  [
    event(
      'PositionFilled',
      {
        positionId: BASE_HEAD,
        title: { zh: '基地负责人', en: 'Head of the base' },
        roles: ['representative', 'signatory'],
        personId: BASE_PERSON,
        from: '2026-01-05',
      },
      { stream: `main.organisation-${BASE}` },
    ),
    'Chen Jing fills the position “Head of the base” (representative and signatory) at Modern Agriculture Think Tank Base from 5 January 2026.',
    '自2026年1月5日起，陈静担任现代农业智库基地“基地负责人”（职责：代表、签署）。',
  ],
  [
    event('OrganisationRenamed', { name: { zh: '新名称', en: 'New Name' }, from: '2026-02-01' }),
    'The organisation is called New Name from 1 February 2026.',
    '自2026年2月1日起，单位名称改为“新名称”。',
  ],
  [
    event('RegistrationCodeSet', { code: '12110000400000000X' }),
    'Lin Yue recorded the registration code 12110000400000000X.',
    '林悦登记了代码12110000400000000X。',
  ],
  [
    event('HostUnitNamed', { hostId: BASE, from: '2026-02-01' }),
    'The organisation acts through Modern Agriculture Think Tank Base from 1 February 2026.',
    '自2026年2月1日起，单位依托现代农业智库基地开展工作。',
  ],
  [
    event('HostUnitNamed', { hostId: null, from: '2026-02-01' }),
    'The organisation acts through no other from 1 February 2026.',
    '自2026年2月1日起，单位不再依托其他单位。',
  ],
  [
    event('OrganisationCalendarsSet', { country: 'de', closures: 'closures-college' }),
    'Lin Yue set that the organisation goes by the calendar “de” and its own closures “closures-college”.',
    '林悦规定单位按日历“de”计算工作日，另加本单位休息日“closures-college”。',
  ],
  [
    event('OrganisationCalendarsSet', { country: null, closures: null }),
    'Lin Yue set that the organisation goes by the calendar of the coordinating department.',
    '林悦规定单位随统筹部门的日历。',
  ],
  [
    event('OrganisationMerged', { into: BASE, on: '2026-02-01' }),
    'The organisation was merged into Modern Agriculture Think Tank Base on 1 February 2026.',
    '单位于2026年2月1日并入现代农业智库基地。',
  ],
  [
    event('OrganisationDissolved', { on: '2026-02-01', reason: 'Reform' }),
    'The organisation was dissolved on 1 February 2026: “Reform”.',
    '单位于2026年2月1日撤销，原因：“Reform”。',
  ],
  [
    event('PositionVacated', { positionId: BASE_HEAD, on: '2026-02-01', reason: null }),
    'Nobody holds the position “Head of the base” from 1 February 2026: (erased).',
    '自2026年2月1日起，“基地负责人”空缺，原因：（已删除）。',
  ],
  [
    event('PositionEnded', { positionId: BASE_HEAD, on: '2026-02-01' }),
    'The position “Head of the base” is no more from 1 February 2026.',
    '职位“基地负责人”自2026年2月1日起撤销。',
  ],
  [
    event('MandateGranted', {
      mandateId: 'm',
      fromPositionId: BASE_HEAD,
      toPositionId: 'deputy',
      scope: {},
      from: '2026-02-01',
      until: '2026-02-28',
      grantedBy: BASE_PERSON,
    }),
    'Chen Jing lets the holder of the position “a position” act for the position “Head of the base” from 1 February 2026 to 28 February 2026.',
    '陈静授权“某职位”代行“基地负责人”职责，自2026年2月1日起至2026年2月28日。',
  ],
  [
    event('MandateRevoked', { mandateId: 'm', on: '2026-02-10' }),
    'A mandate was revoked from 10 February 2026.',
    '一项授权自2026年2月10日起撤回。',
  ],
  [
    event(
      'PersonRegistered',
      { name: { en: 'Erased' }, language: 'en' },
      { stream: `main.person-${BASE_PERSON}` },
    ),
    'Lin Yue registered Chen Jing.',
    '林悦登记了人员陈静。',
  ],
  [
    event('PersonErased', { reason: null }, { stream: `main.person-${BASE_PERSON}` }),
    'Lin Yue erased the name and contacts of a person.',
    '林悦删除了一位人员的姓名和联系方式。',
  ],
  [
    event('ContactsChanged', { phone: null }),
    'Lin Yue changed the contacts of somebody.',
    '林悦更改了某人的联系方式。',
  ],
  [
    event('AddressBounced', { status: '5.1.1', messageId: 'm' }),
    'Mail to somebody came back (5.1.1).',
    '发给某人的邮件被退回（退信代码5.1.1）。',
  ],
  [
    event('InboxRead', { items: [] }),
    'Lin Yue looked through the reminders they got.',
    '林悦查看了收到的提醒。',
  ],
  [
    event('ReminderPreferencesSet', { digest: false }),
    'Lin Yue changed how somebody is reminded.',
    '林悦更改了某人的提醒方式。',
  ],
  [
    event('BoardColumnsChosen', { hidden: ['field'] }),
    'Lin Yue chose the columns of the board.',
    '林悦选择了看板的列。',
  ],
  [
    event('BoardFilterSaved', { filterId: 'f', name: null, filter: null }),
    'Lin Yue saved a filter of the board.',
    '林悦保存了一个看板筛选。',
  ],
  [
    event('BoardFilterRemoved', { filterId: 'f' }),
    'Lin Yue removed a filter of the board.',
    '林悦删除了一个看板筛选。',
  ],
];
