/** The page behind a link out of a message, and what is said to reminders elsewhere. */
export const answerEn = {
  title: 'Answer a reminder',
  reminder: 'Reminder',
  asked: {
    signing: 'Your side’s signature is awaited',
    'signed-copy': 'The scan of the signed copy is awaited',
    stage: '{{name}} waits to be brought to an end',
    milestone: 'Milestone “{{name}}” waits to be done',
  },
  letter: 'Letter',
  due: 'Due',
  endOfDay: 'until the end of the day, {{zone}}',
  acknowledge: 'I am on it',
  acknowledgeHint: 'You are reminded again only shortly before the day.',
  snooze: 'Remind me later',
  until: 'Remind me again on',
  snoozeSend: 'Remind me then',
  notMine: 'This is not mine',
  word: 'Whose is it, or why not yours?',
  notMineSend: 'Tell the coordinators',
  given: {
    acknowledged: 'You are on it.',
    snoozed: 'You are reminded again on {{day}}.',
    'not-mine': 'You said that it is not yours. The coordinators find out whose it is.',
    since: 'Answered',
  },
  status: {
    ended: 'It is done or was cancelled. Nothing is asked of you any more.',
    'set-anew': 'The day was set anew. Please answer the newer message.',
  },
  noLink: 'This link does not work',
  over: 'Nothing to answer here',
};
