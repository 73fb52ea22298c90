import { returnedMail } from '../../../../../test/support/returned-mail.js';
import { readReturn } from './read-return.js';

const messageId = '<22222222-2222-5222-8222-222222222222@letters.example>';
const original = [
  `Message-ID: ${messageId}`,
  'From: no-reply@letters.example',
  'To: ana@north.example',
  'Subject: Signature asked',
  '',
  'Good day,',
].join('\r\n');
const read = (text: string) => readReturn(Buffer.from(text));
const report = returnedMail(original);

test('a message that came back names the one of ours and why', async () => {
  expect(await read(report)).toEqual({ kind: 'failed', status: '5.1.1', messageId });
});

test('a delay is told as one', async () => {
  const delayed = returnedMail(original, { action: 'delayed', status: '4.4.1' });
  expect(await read(delayed)).toEqual({ kind: 'delayed', status: '4.4.1', messageId });
});

test.each(['delivered', 'relayed', 'expanded'])('%s is no failure', async (action) => {
  expect(await read(returnedMail(original, { action, status: '2.1.5' }))).toMatchObject({
    kind: 'delivered',
  });
});

test('the headers alone are enough', async () => {
  const headers = report.replace('message/rfc822', 'text/rfc822-headers');
  expect(await read(headers)).toMatchObject({ kind: 'failed', messageId });
});

test('line breaks of another system, folded and odd fields are read all the same', async () => {
  const odd = report
    .replaceAll('\r\n', '\n')
    .replace('Action: failed', 'ACTION:\n  Failed')
    .replace('Status: 5.1.1', 'status : 5.1.1 (bad destination mailbox)');
  expect(await read(odd)).toEqual({ kind: 'failed', status: '5.1.1', messageId });
});

test('the name its envelope was given is told', async () => {
  const named = report.replace('Reporting-MTA', 'Original-Envelope-Id: 22222222\r\nReporting-MTA');
  expect(await read(named)).toMatchObject({ envelopeId: '22222222' });
});

test('of several recipients the worst is told', async () => {
  const two = report.replace(
    'Final-Recipient: rfc822; ana@north.example',
    'Final-Recipient: rfc822; b@north.example\r\nAction: delivered\r\nStatus: 2.1.5\r\n\r\nFinal-Recipient: rfc822; ana@north.example',
  );
  expect(await read(two)).toMatchObject({ kind: 'failed', status: '5.1.1' });
});

test.each([
  ['a letter', original],
  ['an answer out of office', `Auto-Submitted: auto-replied\r\nIn-Reply-To: ${messageId}\r\n\r\nI am away.`],
  ['a report without a status', report.replace('Status: 5.1.1', 'Status: unknown')],
  ['a report of an action nobody knows', report.replace('Action: failed', 'Action: vanished')],
  ['nothing', ''],
  ['noise', '\u0000\u0001--=_report\r\n\r\n'],
  ['a report that is cut off', report.slice(0, report.indexOf('Final-Recipient'))],
])('%s is no report of ours', async (_, text) => {
  expect(await read(text)).toBeUndefined();
});

test('a report that is cut off after its status says what it says', async () => {
  const cut = report.slice(0, report.indexOf('Good day'));
  expect(await read(cut)).toMatchObject({ kind: 'failed', messageId });
});
