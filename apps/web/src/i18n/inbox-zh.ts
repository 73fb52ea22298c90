import type { inboxEn } from './inbox-en.js';

export const inboxZh: typeof inboxEn = {
  title: '收件箱',
  bell_one: '收件箱：{{count}} 条未读提醒',
  bell_other: '收件箱：{{count}} 条未读提醒',
  bellNone: '收件箱：没有未读提醒',
  shown: '显示内容',
  all: '全部',
  unread: '未读',
  readAll: '全部标为已读',
  isRead: '已读',
  isUnread: '未读',
  markRead: '标为已读',
  done: '已完成或不再到期',
  open: '查看意向书',
  milestone: '一项里程碑',
  channel: { email: '通过电子邮件', inbox: '仅在此处', outbox: '未发出邮件' },
  none: { all: '您还没有收到提醒', unread: '没有未读提醒' },
  noneDetail: '无论以何种方式提醒您，都会同时显示在这里。',
};
