import type { outboxEn } from './outbox-en.js';

export const outboxZh: typeof outboxEn = {
  notYours: '发件箱供统筹部门和审计员查阅',
  title: '发件箱',
  noMail: '没有邮件离开这台机器。',
  noMailDetail: '本应发出的邮件逐字保存在这里。',
  smtp: '邮件已启用：这里列出已发出的邮件，以及未发出的邮件及原因。',
  status: { queued: '等待中', sent: '已发送', kept: '保存在此', held: '暂缓', failed: '失败' },
  reason: {
    'no-mail-server': '未设置邮件服务器',
    demo: '演示空间不发邮件',
    'address-malformed': '邮箱地址格式不对',
    timeout: '邮件服务器未及时应答',
  },
  to: '收件人',
  noAddress: '无邮箱地址',
  written: '撰写时间',
  sent: '发送时间',
  statusLabel: '状态',
  letter: '查看意向书',
  empty: '还没有邮件',
  emptyDetail: '提醒将在当天上午按收件人所在时区出现在这里。',
  count_one: '{{count}} 封邮件',
  count_other: '{{count}} 封邮件',
  choose: '请选择一封邮件阅读。',
  back: '全部邮件',
};
