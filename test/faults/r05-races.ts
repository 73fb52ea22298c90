import { mustHold, type Fault } from './fault.js';
import { TwoPrograms } from './two-programs.js';

const RIVALS = 64;
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
    let letter: Letter | undefined;
    for (let race = 0; race < races; race += 1) {
      if (race % RACES_PER_LETTER === 0) {
        if (letter) await verify(programs, letter);
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
      'answered 409 or 422, somebody had written the section': turnedAway.overtaken,
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
      programs.post(
        rival,
        `${letter.path}/revise-section`,
        { sectionId, rendition: 'en', heading: `Rival ${rival}`, body: 'Mine.', baseHash: null },
        named ? { 'If-Match': `"${letter.revision}"` } : {},
      ),
    ),
  );
  const winners = answers.flatMap(({ status }, rival) => (status === 200 ? [rival] : []));
  mustHold(winners.length === 1, `race ${race} had ${winners.length} winners`);
  const [winner = -1] = winners;
  const right = named ? [412] : [409, 422];
  const others = answers.filter((_, rival) => rival !== winner);
  const odd = others.find(({ status }) => !right.includes(status));
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
