import { setTimeout as sleep } from 'node:timers/promises';

import type { HttpAnswer } from '../bench/http-connection.js';
import { mustHold, type Fault } from './fault.js';
import { TwoPrograms } from './two-programs.js';

const RIVALS = 64;
/** Fewer than a letter has room for. */
const REVISERS = 40;
const WITHDRAWN_WITHIN_MS = 150;
/** A letter holds 60 sections at most, and fourteen are in it from the start. */
const RACES_PER_LETTER = 40;

interface Section {
  readonly sectionId: string;
  readonly renditions: { readonly en?: { readonly heading: string } };
}
interface Letter {
  readonly path: string;
  revision: number;
  /** By section, the heading of whoever won it. */
  readonly won: Map<string, string>;
}

export const fault: Fault = {
  id: 'R5',
  title: '64 commands race for one agreement, through two processes',
  async run({ short, say }) {
    const races = short ? 20 : 1_000;
    await using programs = await TwoPrograms.start(RIVALS / 2);
    const turnedAway = { stale: 0, overtaken: 0 };
    const withdrawn = { letters: 0, before: 0, after: 0 };
    let letter: Letter | undefined;
    for (let race = 0; race < races; race += 1) {
      if (race % RACES_PER_LETTER === 0) {
        if (letter) await verify(programs, letter);
        const { before, after } = await withdrawAmongRevisions(programs);
        withdrawn.letters += 1;
        withdrawn.before += before;
        withdrawn.after += after;
        letter = await propose(programs);
        say(`${race} races`);
      }
      if (!letter) throw new Error('there is no letter to race for');
      // Every second race is between people who name the revision they saw; the others name the text alone.
      if (race % 2 === 0) turnedAway.stale += await run(programs, letter, race, true);
      else turnedAway.overtaken += await run(programs, letter, race, false);
    }
    if (letter) await verify(programs, letter);
    return {
      races,
      winners: races,
      'answered 412, the revision they named was no longer so': turnedAway.stale,
      'answered 409, somebody had written the section': turnedAway.overtaken,
      'letters withdrawn while others revised them': withdrawn.letters,
      'revisions before the withdrawal, stored': withdrawn.before,
      'revisions after it, answered 409 for the wrong stage': withdrawn.after,
      'stored but not acknowledged, or the other way round': 0,
    };
  },
};

async function propose(programs: TwoPrograms): Promise<Letter> {
  const { agreementId, revision } = await programs.propose();
  return { path: `/api/agreements/${agreementId}`, revision, won: new Map() };
}

/** One race for a section that is not there yet; answers how many were turned away. */
async function run(programs: TwoPrograms, letter: Letter, race: number, named: boolean): Promise<number> {
  const sectionId = `race-${race}`;
  const answers = await Promise.all(
    Array.from({ length: RIVALS }, (_, rival) =>
      revise(programs, letter, rival, sectionId, named ? { 'If-Match': `"${letter.revision}"` } : {}),
    ),
  );
  const winners = answers.flatMap(({ status }, rival) => (status === 200 ? [rival] : []));
  mustHold(winners.length === 1, `race ${race} had ${winners.length} winners`);
  const [winner = -1] = winners;
  const right = named ? 412 : 409;
  const others = answers.filter((_, rival) => rival !== winner);
  const odd = others.find(({ status }) => status !== right);
  mustHold(odd === undefined, `a loser of race ${race} was answered ${odd?.status ?? 0}: ${odd?.body ?? ''}`);
  const { revision } = JSON.parse(answers[winner]?.body ?? '{}') as { revision: number };
  mustHold(
    revision === letter.revision + 1,
    `after race ${race} the letter went from ${letter.revision} to ${revision}`,
  );
  letter.revision = revision;
  letter.won.set(sectionId, `Rival ${winner}`);
  return others.length;
}

function revise(
  programs: TwoPrograms,
  { path }: Letter,
  rival: number,
  sectionId = `race-${rival}`,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const text = { sectionId, rendition: 'en', heading: `Rival ${rival}`, body: 'Mine.', baseHash: null };
  return programs.post(rival, `${path}/revise-section`, text, headers);
}

/** Each revises a section of its own, which all may, until one of them withdraws the letter under their hands. */
async function withdrawAmongRevisions(
  programs: TwoPrograms,
): Promise<{ readonly before: number; readonly after: number }> {
  const letter = await propose(programs);
  const [withdrawal, ...revisions] = await Promise.all([
    sleep(Math.random() * WITHDRAWN_WITHIN_MS).then(() =>
      programs.post(0, `${letter.path}/withdraw-agreement`, { reason: 'Out of time.' }),
    ),
    ...Array.from({ length: REVISERS }, (_, index) => revise(programs, letter, index + 1)),
  ]);
  mustHold(withdrawal.status === 200, `a withdrawal was answered ${withdrawal.status}: ${withdrawal.body}`);
  const late = revisions.filter(({ status }) => status !== 200);
  // Or overtaken so often by the others that it was told to come again.
  const odd = late.find(({ status, body }) => status !== 409 || !/"(?:wrong-stage|conflict)"/u.test(body));
  mustHold(odd === undefined, `a late revision was answered ${odd?.status ?? 0}: ${odd?.body ?? ''}`);
  letter.revision = (JSON.parse(withdrawal.body) as { revision: number }).revision;
  revisions.forEach(({ status }, index) => {
    if (status === 200) letter.won.set(`race-${index + 1}`, `Rival ${index + 1}`);
  });
  await verify(programs, letter);
  return { before: letter.won.size, after: late.length };
}

/** What is stored is what the winners were told, and nothing beside. */
async function verify(programs: TwoPrograms, letter: Letter): Promise<void> {
  const answer = await programs.get(letter.path);
  const { revision, agreement } = JSON.parse(answer.body) as {
    readonly revision: number;
    readonly agreement: { readonly sections: readonly Section[] };
  };
  mustHold(revision === letter.revision, `the letter stands at ${revision}, not at ${letter.revision}`);
  for (const [sectionId, heading] of letter.won) {
    const stored = agreement.sections.find((section) => section.sectionId === sectionId);
    mustHold(stored?.renditions.en?.heading === heading, `${sectionId} is not ${heading}'s`);
  }
}
