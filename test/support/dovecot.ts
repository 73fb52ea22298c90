import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './free-port.js';
import { found, needs } from './needs.js';

export interface TestMailbox {
  /** With user and password. */
  readonly url: string;
  /** Puts a message into the mailbox, as a mail server that delivers it. */
  deliver(message: string): Promise<void>;
  /** How many of its messages are marked as read. */
  read(): Promise<number>;
  /** Takes the server away; the mailbox stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

const PATIENCE_MS = 15_000;
/** Dovecot reads nobody's mail as root. */
const NOBODY = 65_534;

/** An IMAP server of one's own, with one mailbox, on a free port of this machine. */
export async function startMailbox(): Promise<TestMailbox> {
  const program = found(needs.dovecot);
  const folder = await mkdtemp(path.join(tmpdir(), 'entente-dovecot-'));
  const port = await freePort();
  const maildir = path.join(folder, 'mail');
  await chmod(folder, 0o755);
  const isRoot = userInfo().uid === 0;
  for (const name of ['', 'new', 'cur', 'tmp']) {
    await mkdir(path.join(maildir, name), { recursive: true });
    if (isRoot) await chown(path.join(maildir, name), NOBODY, NOBODY);
  }
  const configuration = path.join(folder, 'dovecot.conf');
  await writeFile(configuration, configurationOf(folder, port, isRoot));
  const run = () => spawn(program, ['-F', '-c', configuration], { stdio: 'ignore', detached: true });
  let server = run();
  let count = 0;
  const stop = async (): Promise<void> => {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, 'exit');
    // Whoever is signed in is served on by a process of their own: all of its group.
    process.kill(-server.pid, 'SIGKILL');
    await exit;
  };
  await listening(port);
  return {
    url: `imap://office:secret@127.0.0.1:${String(port)}/INBOX`,
    async deliver(message) {
      count += 1;
      const name = `${String(Date.now())}.${String(count)}.test`;
      const file = path.join(maildir, 'tmp', name);
      await writeFile(file, message.replaceAll(/\r?\n/gu, '\n'));
      if (isRoot) await chown(file, NOBODY, NOBODY);
      await rename(file, path.join(maildir, 'new', name));
    },
    async read() {
      return (await readdir(path.join(maildir, 'cur'))).filter((name) => /:2,[A-Z]*S/u.test(name)).length;
    },
    stop,
    async start() {
      server = run();
      await listening(port);
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For 2.3. Started by somebody who is not root, everything runs as them. */
function configurationOf(folder: string, port: number, isRoot: boolean): string {
  const { username, uid, gid } = userInfo();
  const [mailUid, mailGid] = isRoot ? [NOBODY, NOBODY] : [uid, gid];
  const users = isRoot ? [] : [`default_internal_user = ${username}`, `default_login_user = ${username}`];
  return [
    'protocols = imap',
    'listen = 127.0.0.1',
    `base_dir = ${folder}/run`,
    `state_dir = ${folder}/run`,
    `log_path = ${folder}/log`,
    'ssl = no',
    'disable_plaintext_auth = no',
    ...users,
    'first_valid_uid = 1',
    `mail_location = maildir:${folder}/mail:CONTROL=${folder}/mail:INDEX=MEMORY`,
    'passdb {\n  driver = static\n  args = password=secret\n}',
    `userdb {\n  driver = static\n  args = uid=${String(mailUid)} gid=${String(mailGid)} home=${folder}/mail allow_all_users=yes\n}`,
    `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${String(port)}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    'service anvil {\n  chroot =\n}',
    '',
  ].join('\n');
}

async function listening(port: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const socket = net.connect(port, '127.0.0.1');
    const isThere = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isThere) return;
    if (Date.now() > until) throw new Error('Dovecot did not start');
    await sleep(50);
  }
}
