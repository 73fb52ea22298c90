import { randomUUID } from 'node:crypto';

import { mustHold, type Fault } from './fault.js';
import { TwoPrograms } from './two-programs.js';

const AT_ONCE = 20;
const SECTIONS_PER_LETTER = 40;

interface Sent {
  readonly path: string;
  readonly key: string;
  readonly body: object;
  /** As it was answered the first time. */
  readonly answer: string;
}

export const fault: Fault = {
  id: 'R6',
  title: 'one command id comes 20 times at once, after success, after a restart, and with another body',
  async run({ short, say }) {
    const commands = short ? 20 : 500;
    await using programs = await TwoPrograms.start(AT_ONCE / 2);
    const sent: Sent[] = [];
    let letter = await programs.propose();
    for (let number = 0; number < commands; number += 1) {
      if (number % SECTIONS_PER_LETTER === SECTIONS_PER_LETTER - 1) letter = await programs.propose();
      const path = `/api/agreements/${letter.agreementId}/revise-section`;
      const command = await atOnce(programs, path, number);
      const { revision } = JSON.parse(command.answer) as { revision: number };
      mustHold(
        revision === letter.revision + 1,
        `${AT_ONCE} times one command moved a letter to ${revision}`,
      );
      letter = { ...letter, revision };
      sent.push(command);
      await again(programs, command, number);
    }
    say(`${commands} commands, each ${AT_ONCE} times; now both programs are killed`);
    await programs.restart();
    for (const [number, command] of sent.entries()) await again(programs, command, number);
    const answer = await programs.get(`/api/agreements/${letter.agreementId}`);
    const { revision } = JSON.parse(answer.body) as { revision: number };
    mustHold(
      revision === letter.revision,
      `the last letter stands at ${revision}, not at ${letter.revision}`,
    );
    return {
      commands,
      'times each at once': AT_ONCE,
      'stored more than once': 0,
      'answered otherwise after success or restart': 0,
      'other bodies refused': commands * 2,
    };
  },
};

async function atOnce(programs: TwoPrograms, path: string, number: number): Promise<Sent> {
  const key = randomUUID();
  const body = section(number, 'As it was sent.');
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, connection) =>
      programs.post(connection, path, body, { 'Idempotency-Key': key }),
    ),
  );
  const different = new Set(answers.map(({ status, body: text }) => `${status} ${text}`));
  const [first = ''] = different;
  mustHold(
    different.size === 1 && first.startsWith('200 '),
    `one command was answered ${[...different].join('; ')}`,
  );
  return { path, key, body, answer: first.slice(4) };
}

/** The same gets the same answer; another body under the key is refused. */
async function again(
  programs: TwoPrograms,
  { path, key, body, answer }: Sent,
  number: number,
): Promise<void> {
  const headers = { 'Idempotency-Key': key };
  const repeated = await programs.post(number % AT_ONCE, path, body, headers);
  mustHold(
    repeated.status === 200 && repeated.body === answer,
    `a repeat was answered ${repeated.status} ${repeated.body}, the first ${answer}`,
  );
  const other = await programs.post(
    number % AT_ONCE,
    path,
    section(number, 'As it was never sent.'),
    headers,
  );
  mustHold(
    other.status === 422 && other.body.includes('command-id-reused'),
    `another body was answered ${other.status} ${other.body}`,
  );
}

function section(number: number, body: string): object {
  return { sectionId: `s-${number}`, rendition: 'en', heading: 'Section', body, baseHash: null };
}
