import {
  approve,
  BASE,
  BASE_PERSON,
  letterIn,
  sampleContext,
  SCAN,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import { textHashOf } from './text-hash.js';

const drafting = letterIn('drafting');
const title = { zh: '附件一', en: 'Annex 1' };
const attach = { type: 'AttachAnnex', sha256: SCAN.sha256, title } as const;
const remove = { type: 'RemoveAnnex', sha256: SCAN.sha256 } as const;
const annexed = drafting.after(attach);
const { sha256 } = sampleContext();

describe('an annex', () => {
  it('is part of the text: the hash of the set is over it too', () => {
    expect(annexed.state.annexes).toMatchObject([{ file: SCAN, title }]);
    expect(annexed.state.textHash).not.toBe(drafting.state.textHash);
    expect(annexed.state.textHash).toBe(textHashOf(sha256, drafting.state.sections, [{ file: SCAN, title }]));
  });

  it('that comes or goes makes every approval one of another text', () => {
    const approved = drafting.after(approve(drafting, BASE), { actor: BASE_PERSON }).after(attach);
    expect(approved.state.turn.who).toContain(BASE);
    expect(approved.when(approve(drafting, BASE), { actor: BASE_PERSON }).decision).toMatchObject({
      refused: { code: 'text-changed' },
    });
  });

  it('that is removed leaves the text with the hash it had', () => {
    const removed = annexed.after(remove);
    expect(removed.state.textHash).toBe(drafting.state.textHash);
    expect(removed.state.annexes).toBeUndefined();
  });

  it('is in the hash that a later revision leads to', () => {
    const revised = annexed.after({
      type: 'ReviseSection',
      sectionId: 'language',
      rendition: 'en',
      heading: '6. Language',
      body: 'Chinese.',
      baseHash: null,
    });
    const { sections, annexes, textHash } = revised.state;
    expect(textHash).toBe(textHashOf(sha256, sections, annexes));
  });

  it('attached or removed twice changes nothing', () => {
    expect(annexed.when(attach).decision).toEqual([]);
    expect(annexed.after(remove).when(remove).decision).toEqual([]);
  });

  it('is refused under a second title, without a stored file, without a title, and after drafting', () => {
    expect(annexed.when({ ...attach, title: { en: 'Another' } }).decision).toMatchObject({
      refused: { code: 'already-annexed', facts: { title } },
    });
    expect(drafting.when({ ...attach, sha256: 'b'.repeat(64) }).decision).toMatchObject({
      refused: { code: 'unknown-file', field: 'sha256' },
    });
    expect(drafting.when({ ...attach, title: {} }).decision).toMatchObject({
      refused: { code: 'text-missing', field: 'title' },
    });
    expect(drafting.when(remove).decision).toMatchObject({
      refused: { code: 'unknown-annex', field: 'sha256' },
    });
    expect(letterIn('signing').when(attach).decision).toMatchObject({ refused: { code: 'wrong-stage' } });
  });

  it('is not taken back after somebody approved the text with it', () => {
    const retract = { type: 'RetractEntry', commandId: annexed.commandId(-1), reason: TODAY } as const;
    expect(annexed.after(retract).state.textHash).toBe(drafting.state.textHash);
    expect(
      annexed.after(approve(annexed, BASE), { actor: BASE_PERSON }).when(retract).decision,
    ).toMatchObject({ refused: { code: 'later-entries-depend' } });
  });
});
