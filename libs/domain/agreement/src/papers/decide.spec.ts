import {
  BASE,
  commands,
  COORDINATOR,
  Letter,
  letterIn,
  sampleContext,
  SCAN,
} from '../../../../../test/support/agreement-builders.js';

const { fileSignedCopy: fileIt, holdOriginals: hold } = commands;
const signed = letterIn('joint-research');
const open = ({ state }: Letter): string[] =>
  state.deadlines.filter(({ status }) => status === 'open').map(({ kind }) => kind);

describe('the copy that was signed', () => {
  it('is due within three working days after the last signature, whatever the stage', () => {
    expect(signed.state.deadlines.findLast(({ kind }) => kind === 'signed-copy')).toMatchObject({
      subject: 'signed-copy',
      rule: 'P3D working',
      localDate: '2026-03-05',
      status: 'open',
    });
    expect(open(letterIn('concluded'))).toEqual(['signed-copy']);
  });

  it('is filed with who compared it, and what was due is done', () => {
    const { decision } = signed.when(fileIt, { actor: COORDINATOR });
    expect(decision).toMatchObject([
      { type: 'SignedCopyFiled', data: { file: SCAN, matchesText: true, checkedBy: COORDINATOR } },
      { type: 'DeadlineMet' },
    ]);
    expect(open(signed.after(fileIt))).toEqual([]);
  });

  it('that is not what was signed is on file, and the right one is still awaited', () => {
    const wrong = signed.after({ ...fileIt, matchesText: false });
    expect(open(wrong)).toEqual(['signed-copy']);
    expect(open(wrong.after(fileIt))).toEqual([]);
  });

  it('filed again is a repeat', () => {
    expect(signed.after(fileIt).when(fileIt).summary).toEqual([]);
  });

  it('is taken by a final stage too, however late', () => {
    const late = { now: '2027-03-01T01:00:00.000Z' };
    expect(letterIn('concluded').when(fileIt, late).summary).toEqual(['SignedCopyFiled', 'DeadlineMet']);
  });

  it('filed by mistake is taken back by whoever filed it, and is due again', () => {
    for (const stage of ['joint-research', 'concluded'] as const) {
      const filed = letterIn(stage).after(fileIt);
      const back = filed.after({
        type: 'RetractEntry',
        commandId: filed.commandId(-1),
        reason: 'Another letter.',
      });
      expect(open(back)).toContain('signed-copy');
      expect(back.state.signedCopies).toBeUndefined();
    }
  });

  it('is there only once everybody has signed', () => {
    for (const stage of ['drafting', 'signing', 'declined', 'withdrawn'] as const)
      expect(letterIn(stage).when(fileIt).summary).toBe('not-signed');
  });

  it('is a stored scan', () => {
    expect(signed.when({ ...fileIt, sha256: 'b'.repeat(64) }).summary).toBe('unknown-file');
    const text = { ...SCAN, mediaType: 'application/vnd.oasis.opendocument.text' };
    const holding = new Letter(signed.entries, sampleContext({ file: text }));
    expect(holding.when(fileIt).decision).toMatchObject({
      refused: { code: 'not-a-scan', facts: { found: text.mediaType } },
    });
  });

  it('holds the signature it shows: that cannot be taken back any more', () => {
    const filed = signed.after(fileIt);
    const signature = filed.state.entries.findLast(({ types }) => types.includes('SignatureRecorded'));
    const retract = { type: 'RetractEntry', commandId: signature?.commandId ?? '', reason: 'x' } as const;
    expect(filed.when(retract).summary).toBe('later-entries-depend');
  });
});

describe('the originals', () => {
  it('are held by an organisation under an archive number; what was said last of it counts', () => {
    const held = signed.after(hold);
    expect(held.state.originals).toEqual([{ holderId: BASE, copies: 2, archiveNumber: '2026-17' }]);
    expect(held.after({ ...hold, copies: 3 }).state.originals).toMatchObject([{ copies: 3 }]);
    expect(held.when(hold).summary).toEqual([]);
  });

  it.each([
    [{ copies: 0 }, 'invalid-count'],
    [{ copies: 1.5 }, 'invalid-count'],
    [{ copies: 1_001 }, 'invalid-count'],
    [{ archiveNumber: ' ' }, 'text-missing'],
    [{ archiveNumber: 'x'.repeat(201) }, 'text-too-long'],
    [{ holderId: 'nobody' }, 'unknown-organisation'],
  ])('with %j are refused: %s', (change, code) => {
    expect(signed.when({ ...hold, ...change }).summary).toBe(code);
  });

  it('are there once everybody has signed, and in a final stage too', () => {
    expect(letterIn('signing').when(hold).summary).toBe('not-signed');
    expect(letterIn('concluded').when(hold).summary).toEqual(['OriginalsHeld']);
  });
});

describe('the archive', () => {
  const archive = { type: 'ArchiveAgreement', archiveNumber: '2026-18' } as const;

  it.each(['concluded', 'terminated', 'withdrawn', 'declined', 'voided'] as const)(
    'takes what has come to its end, %s, however late',
    (stage) => {
      const now = '2029-03-02T01:00:00.000Z';
      const { summary, state } = letterIn(stage).when(archive, { now });
      expect(summary).toEqual(['AgreementArchived']);
      expect(state).toMatchObject({ stage, archived: { archiveNumber: '2026-18', archivedAt: now } });
    },
  );

  it('told again is a repeat; another number counts from then on', () => {
    const archived = letterIn('concluded').after(archive);
    expect(archived.when(archive).summary).toEqual([]);
    expect(archived.after({ ...archive, archiveNumber: 'B-1' }).state.archived?.archiveNumber).toBe('B-1');
  });

  it('is closed to what still goes on, and asks for a number', () => {
    expect(letterIn('joint-research').when(archive).decision).toMatchObject({
      refused: { code: 'wrong-stage', facts: { stage: 'joint-research' } },
    });
    expect(letterIn('concluded').when({ ...archive, archiveNumber: ' ' }).summary).toBe('text-missing');
  });

  it('gives back what was archived by mistake', () => {
    const archived = letterIn('concluded').after(archive);
    const take = { type: 'RetractEntry', commandId: archived.commandId(-1), reason: 'Not yet.' } as const;
    expect(archived.after(take).state.archived).toBeUndefined();
  });
});

describe('a document that is issued', () => {
  const issue = (letter: Letter, change: object = {}) =>
    ({
      type: 'IssueDocument',
      file: { ...SCAN, sha256: 'b'.repeat(64) },
      textHash: letter.state.textHash ?? '',
      template: 'letter@1',
      language: 'both',
      ...change,
    }) as const;

  it('names its file, its text, its template and its language, at any stage', () => {
    for (const stage of ['drafting', 'signing', 'concluded'] as const) {
      const letter = letterIn(stage);
      expect(letter.when(issue(letter)).summary).toEqual(['DocumentIssued']);
      expect(letter.after(issue(letter)).when(issue(letter)).summary).toEqual([]);
    }
  });

  it('of a text that others have changed since is refused', () => {
    const letter = letterIn('drafting');
    expect(letter.when(issue(letter, { textHash: 'c'.repeat(64) })).summary).toBe('text-changed');
  });

  it('is refused while there is no letter', () => {
    expect(new Letter().when({ ...commands.withdraw }).summary).toBe('unknown-agreement');
  });
});
