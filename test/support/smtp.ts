import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** The message as it came over the wire. */
  readonly raw: string;
  /** Unfolded, by name in lower case; encoded words are left as they are. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What the server does with a message: takes it, answers a code, or never answers. */
export type SmtpBehaviour = 'accept' | 'hang' | { readonly at: 'recipient' | 'data'; readonly code: number };

export interface TestSmtpServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  behave(behaviour: SmtpBehaviour): void;
  /** Refuses these addresses for good, whatever it does with others. */
  refuse(addresses: ReadonlySet<string>): void;
  /** Called with each message when it is taken, before the client hears of it. */
  whenTaken(listener: (mail: ReceivedMail) => void): void;
  close(): Promise<void>;
}

/** A mail server on a free port of this machine, without TLS and without a login. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  let behaviour: SmtpBehaviour = 'accept';
  let refused: ReadonlySet<string> = new Set();
  let taken: (mail: ReceivedMail) => void = () => undefined;
  const refusal = (at: 'recipient' | 'data'): Error | undefined =>
    typeof behaviour === 'object' && behaviour.at === at ? refusedWith(behaviour.code) : undefined;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      done(refused.has(address) ? refusedWith(550) : refusal('recipient'));
    },
    onData: (stream, session, done) => {
      const take = (raw: string): void => {
        if (behaviour === 'hang') return;
        const refused = refusal('data');
        if (!refused) {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const mail = { to, raw, headers: headersOf(raw) };
          received.push(mail);
          taken(mail);
        }
        done(refused);
      };
      // A client that gave up in the middle sends no message.
      text(stream).then(take, () => undefined);
    },
  });
  // A client that hangs up in the middle is what some tests are about.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (next) => {
      behaviour = next;
    },
    refuse: (addresses) => {
      refused = addresses;
    },
    whenTaken: (listener) => {
      taken = listener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

function refusedWith(responseCode: number): Error {
  return Object.assign(new Error('refused by the test'), { responseCode });
}

function headersOf(raw: string): ReadonlyMap<string, string> {
  const head = (raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/gu, ' ');
  return new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
