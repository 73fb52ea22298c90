import net from 'node:net';

import { startSmtpServer, type TestSmtpServer } from '../support/smtp.js';
import { MailChannel, type Mail } from '@entente/notification';

const mail: Mail = {
  to: 'ana@north.example',
  subject: '请签署：《合作意向书》',
  text: '您好！',
  html: '<p>您好！</p>',
  messageId: '<11111111-1111-4111-8111-111111111111@entente.example>',
};

let server: TestSmtpServer;
let channel: MailChannel;

beforeEach(async () => {
  server = await startSmtpServer();
  channel = new MailChannel({
    url: server.url,
    from: 'Entente <no-reply@entente.example>',
    timeoutMs: 5_000,
  });
});
afterEach(async () => {
  channel.close();
  await server.close();
});

test('a mail arrives once, with its headers and both its parts', async () => {
  expect(await channel.send(mail)).toEqual({ accepted: true });
  expect(server.received).toHaveLength(1);
  const [{ to, headers, raw }] = server.received as [TestSmtpServer['received'][number]];
  expect(to).toEqual(['ana@north.example']);
  expect(headers.get('from')).toBe('Entente <no-reply@entente.example>');
  expect(headers.get('to')).toBe('ana@north.example');
  expect(headers.get('message-id')).toBe(mail.messageId);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('content-type')).toMatch(/^multipart\/alternative/u);
  expect(raw).toContain('text/plain; charset=utf-8');
  expect(raw).toContain('text/html; charset=utf-8');
});

test('a repeat bears the same Message-ID', async () => {
  await channel.send(mail);
  await channel.send(mail);
  expect(new Set(server.received.map(({ headers }) => headers.get('message-id')))).toEqual(
    new Set([mail.messageId]),
  );
});

test.each([
  ['recipient', 450, false],
  ['recipient', 550, true],
  ['data', 451, false],
  ['data', 554, true],
] as const)('a refusal of the %s with %i is told, permanent: %s', async (at, code, permanent) => {
  server.behave({ at, code });
  expect(await channel.send(mail)).toEqual({ accepted: false, permanent, reason: `smtp-${code}` });
});

test('a server that never answers is given up', async () => {
  server.behave('hang');
  const impatient = new MailChannel({ url: server.url, from: 'a@b.example', timeoutMs: 400 });
  expect(await impatient.send(mail)).toEqual({ accepted: false, permanent: false, reason: 'timeout' });
});

test('a server that answers a byte now and then is given up', async () => {
  const slow = net.createServer((socket) => {
    const timer = setInterval(() => socket.write('2'), 50);
    socket
      .on('error', () => undefined)
      .on('close', () => {
        clearInterval(timer);
      });
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const { port } = slow.address() as net.AddressInfo;
  const patient = new MailChannel({ url: `smtp://127.0.0.1:${port}`, from: 'a@b.example', timeoutMs: 300 });
  expect(await patient.send(mail)).toMatchObject({ accepted: false, permanent: false });
  await new Promise((resolve) => slow.close(resolve));
});

test('a server that is not there is told', async () => {
  await server.close();
  expect(await channel.send(mail)).toMatchObject({
    accepted: false,
    permanent: false,
    reason: expect.stringMatching(/^e/u),
  });
  server = await startSmtpServer();
});

test('a host name nobody knows is told', async () => {
  const nowhere = new MailChannel({ url: 'smtp://mail.invalid:25', from: 'a@b.example', timeoutMs: 2000 });
  expect(await nowhere.send(mail)).toMatchObject({ accepted: false, permanent: false });
});

test.each(['', 'ana', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '<a@b.example>'])(
  '"%s" is no address and nothing is sent',
  async (to) => {
    expect(await channel.send({ ...mail, to })).toEqual({
      accepted: false,
      permanent: true,
      reason: 'address-malformed',
    });
    expect(server.received).toHaveLength(0);
  },
);

test('a line break in a subject begins no header', async () => {
  await channel.send({ ...mail, subject: 'Letter\r\nBcc: c@d.example' });
  expect(server.received[0]?.headers.has('bcc')).toBe(false);
});
