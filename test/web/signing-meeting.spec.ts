import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';

import { SigningOffice } from '../api/support/signing-office.js';
import { describeIf } from '../support/describe-if.js';
import { needs } from '../support/needs.js';
import { PDF } from '../support/some-files.js';
import { openBrowser, Visitor, words } from './visitor.js';

jest.setTimeout(240_000);

const root = path.resolve(import.meta.dirname, '../..');
const w = words.en;
const DAXING = 'Orchards of Daxing';
const CHAOYANG = 'Orchards of Chaoyang';
const TONGZHOU = 'Orchards of Tongzhou';

interface Signed {
  readonly parties: readonly { readonly signatures: readonly { readonly signedOn: string }[] }[];
}

const said = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '');
const person = (position: string): string => `${position}, ${position} Person`;

/** The pages as built, served by this process, so that the demo's clock can be moved, which they are told of as they are opened. */
describeIf(needs.chromium, 'three letters and two meetings in the browser', () => {
  let office: SigningOffice;
  let browser: Browser;
  let visitor: Visitor;
  let letters: Readonly<Record<string, string>>;
  let spring: string;

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [path.join(root, '.build/run-build.js')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    office = await SigningOffice.open(path.join(root, 'dist/apps/web'));
    const [daxing, chaoyang, tongzhou] = office.districts;
    letters = {
      [DAXING]: await office.draft(daxing!),
      [CHAOYANG]: await office.draft(chaoyang!),
      [TONGZHOU]: await office.draft(tongzhou!),
    };
    await office.api.post(`/api/organisations/${daxing!.organisationId}/grant-mandate`, office.coordinator, {
      fromPositionId: daxing!.positionId,
      toPositionId: daxing!.deputy.positionId,
      scope: {},
      from: '2026-03-02',
      until: '2026-03-31',
    });
    browser = await openBrowser();
    visitor = await Visitor.at(office.api.url, browser, 'en');
    await goTo('2026-03-04T10:00');
    await visitor.open('/meetings');
    await visitor.signIn('Coordinator');
    // As on a phone.
    await visitor.page.setViewportSize({ width: 390, height: 844 });
  });
  afterAll(async () => {
    const { strayed, broken } = visitor;
    await browser.close();
    await office.close();
    expect({ strayed, broken }).toEqual({ strayed: [], broken: [] });
  });

  async function goTo(local: string): Promise<void> {
    await office.goTo(local);
    if (visitor.page.url().startsWith('http')) await visitor.page.reload();
  }

  const letter = (title: string): Locator => visitor.page.getByRole('listitem', { name: title, exact: true });
  const standing = (title: string, how: keyof typeof w.meeting.standing): Promise<void> =>
    letter(title).locator('.meeting-standing', { hasText: w.meeting.standing[how] }).waitFor();
  const order = (): Promise<string[]> => visitor.page.locator('.meeting-letter h3').allInnerTexts();
  const stage = async (title: string): Promise<string> => (await office.letter(letters[title]!)).stage;

  async function plans(title: string, at: string): Promise<void> {
    const { page } = visitor;
    await visitor.open('/meetings');
    await visitor.button(w.meeting.plan).click();
    await visitor.confirm(w.meeting.plan, async (dialog) => {
      await dialog.getByLabel(w.meeting.titleEn).fill(title);
      await dialog.getByLabel(w.meeting.at).fill(at);
      await dialog.getByLabel(w.meeting.place).fill('Beijing');
    });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  test('letters are placed, put in order by keyboard, and say who is missing', async () => {
    const { page } = visitor;
    await plans('A week later', '2026-03-13T14:00');
    await plans('Spring meeting', '2026-03-06T14:00');
    spring = new URL(page.url()).pathname;
    for (const title of [CHAOYANG, DAXING, TONGZHOU]) {
      await visitor.choose(w.meeting.addLabel, title);
      await visitor.button(w.meeting.add).click();
      await standing(title, 'ready');
    }
    const up = visitor.button(said(w.meeting.up, { title: DAXING }));
    await up.focus();
    await page.keyboard.press('Enter');
    await page.getByText(said(w.meeting.moved, { title: DAXING, order: '1' })).waitFor();
    expect(await order()).toEqual([DAXING, CHAOYANG, TONGZHOU]);

    const head = person('Head of Daxing');
    await visitor.button(said(w.meeting.insteadOf, { who: head })).click();
    await visitor.confirm(w.meeting.there, async (dialog) => {
      await dialog.getByLabel(w.meeting.substitute.who).click();
      await visitor.takeTheFirst();
    });
    for (const position of ['Head of Orchard Base', 'Head of Tongzhou']) {
      await visitor.button(said(w.meeting.attends, { who: person(position) })).click();
      await visitor.button(said(w.meeting.notComingOf, { who: person(position) })).waitFor();
    }
    await letter(DAXING)
      .getByText(said(w.meeting.signsFor, { who: person('Deputy of Daxing'), instead: 'Head of Daxing' }))
      .waitFor();
    await standing(CHAOYANG, 'blocked');
    await letter(CHAOYANG)
      .getByText(said(w.meeting.blocker['signatory-absent'], { party: 'Chaoyang' }))
      .waitFor();
    await standing(DAXING, 'ready');
  });

  test('a wrong entry is undone, one letter is postponed, and the others have their own results', async () => {
    const { page } = visitor;
    await goTo('2026-03-06T16:00');
    await signs('Chaoyang');
    await page.reload();
    await page.getByRole('button', { name: /^Undo: .*signed/u }).click();
    await visitor.confirm(w.command['retract-entry'], (dialog) =>
      dialog.getByLabel(w.form.reason).fill('The wrong letter.'),
    );
    await page
      .getByText(/The wrong letter\./u)
      .first()
      .waitFor();

    await visitor.open(spring);
    await letter(TONGZHOU).getByRole('button', { name: w.meeting.record.postponed }).click();
    await visitor.confirm(w.meeting.postpone.title, async (dialog) => {
      await dialog.getByLabel(w.meeting.postpone.reason).fill('The seal was left at home.');
      await dialog.getByLabel(w.meeting.postpone.meeting).click();
      await visitor.takeTheFirst();
    });
    await letter(TONGZHOU).getByText('The seal was left at home.').waitFor();
    await visitor.button(w.meeting.hold).click();
    await visitor.confirm(w.meeting.hold, async (dialog) => {
      expect(await dialog.innerText()).toContain(CHAOYANG);
    });
    await standing(DAXING, 'signed');
    await letter(CHAOYANG).getByText(w.meeting.why['signatory-absent']).waitFor();
    expect(await Promise.all([DAXING, CHAOYANG, TONGZHOU].map(stage))).toEqual([
      'joint-research',
      'signing',
      'signing',
    ]);
  });

  test('the postponed letter waits at the next meeting, and is signed there with one tap', async () => {
    const { page } = visitor;
    await letter(TONGZHOU).getByRole('link', { name: w.meeting.nextMeeting }).click();
    await page.getByRole('heading', { level: 1, name: 'A week later' }).waitFor();
    await goTo('2026-03-13T16:00');
    await page.reload();
    await letter(TONGZHOU).getByRole('button', { name: w.meeting.record.signed, exact: true }).click();
    await standing(TONGZHOU, 'signed');
    expect(await stage(TONGZHOU)).toBe('joint-research');
  });

  test('late paper is refused without evidence and counts with it', async () => {
    await goTo('2026-03-20T10:00');
    const evidence = 'The page, sent by post.';
    await signs('Orchard Base', '2026-03-09', evidence);
    await signs('Chaoyang', '2026-03-09', evidence);
    await visitor.standsIn(w.stage['joint-research']);
    expect(await stage(CHAOYANG)).toBe('joint-research');
  });

  test('a day on which nobody held the position is asked of a second person, let in, and taken back by two', async () => {
    const { page } = visitor;
    const second = await secondCoordinator();
    // On a phone the header has no room for who one is.
    await page.setViewportSize({ width: 1280, height: 900 });
    await leavesVacant('2026-03-16', '2026-03-18');
    await visitor.open(`/agreements/${letters[CHAOYANG]!}`);
    await page.getByRole('button', { name: /^Correct the day of signing: .*Orchard Base/u }).click();
    const { askSecond, reason, correction } = w.form;
    await visitor.confirm(askSecond, async (dialog) => {
      await dialog.getByLabel(correction).fill('2026-03-17');
      await dialog.getByLabel(reason).fill('The page says so.');
      await dialog.getByRole('button', { name: w.command['correct-entry'] }).click();
      await dialog.getByText(/nobody held the position/u).waitFor();
    });
    const waiting = page.locator('.overrides');
    await waiting.getByText(w.override.vacant).waitFor();
    await waiting.getByText('17 Mar 2026').waitFor();

    await visitor.become(second);
    await waiting.getByRole('button', { name: w.command['confirm-override'] }).click();
    await visitor.confirm(w.command['confirm-override'], () => Promise.resolve());
    await waiting.waitFor({ state: 'detached' });
    expect(await signedOn()).toBe('2026-03-17');

    // Whoever asked may not take it back alone either, however soon.
    await page
      .locator('.history-line')
      .first()
      .getByRole('button', { name: /^Undo: /u })
      .click();
    await visitor.confirm(w.command['retract-entry'], (dialog) =>
      dialog.getByLabel(reason).fill('It was another page.'),
    );
    await visitor.become('Coordinator');
    await waiting.getByText('It was another page.').waitFor();
    await waiting.getByRole('button', { name: w.command['confirm-override'] }).click();
    await visitor.confirm(w.command['confirm-override'], () => Promise.resolve());
    // What was asked for at first is open again, until somebody says no.
    await waiting.getByText(w.override.vacant).waitFor();
    expect(await signedOn()).toBe('2026-03-09');
    await waiting.getByRole('button', { name: w.command['reject-override'] }).click();
    await visitor.confirm(w.command['reject-override'], (dialog) =>
      dialog.getByLabel(reason).fill('It was not.'),
    );
    await waiting.waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 390, height: 844 });
  });

  /** The base's day in the letter with Chaoyang. */
  async function signedOn(): Promise<string | undefined> {
    const { parties } = await office.letter<Signed>(letters[CHAOYANG]!);
    return parties[0]?.signatures[0]?.signedOn;
  }

  async function secondCoordinator(): Promise<string> {
    const name = 'Head of the office';
    const { api, base, coordinator } = office;
    const { personId } = await api.post<{ personId: string }>('/api/people', coordinator, {
      name: { en: name },
      language: 'en',
    });
    const post = { title: { en: name }, roles: ['coordinator'], personId, from: '2026-03-20' };
    await api.post(`/api/organisations/${base.organisationId}/fill-position`, coordinator, post);
    return name;
  }

  /** The base's head is away for some days, as the directory has it. */
  async function leavesVacant(on: string, from: string): Promise<void> {
    const { api, base, coordinator } = office;
    const { organisationId, positionId, token } = base;
    const { viewer } = await api.get<{ viewer: { personId: string } }>('/api/session', token);
    const title = { en: 'Head of Orchard Base' };
    const roles = ['representative', 'signatory'];
    const head = { positionId, title, roles, personId: viewer.personId, from };
    await api.post(`/api/organisations/${organisationId}/vacate-position`, coordinator, { positionId, on });
    await api.post(`/api/organisations/${organisationId}/fill-position`, coordinator, head);
  }

  async function signs(party: string, on?: string, evidence?: string): Promise<void> {
    const { page } = visitor;
    const command = w.command['record-signature'];
    // Opened anew: an action says which state of the letter was seen, and news may overtake what was just done.
    await visitor.open(`/agreements/${letters[CHAOYANG]!}`);
    await page.locator('.actions').getByRole('button', { name: command }).click();
    await visitor.confirm(command, async (dialog) => {
      // The last party that is open is chosen already.
      const choice = dialog.getByRole('radio', { name: party });
      if ((await choice.count()) > 0) await choice.check();
      if (on === undefined || evidence === undefined) return;
      await dialog.getByLabel(w.form.signedOn).fill(on);
      await dialog.getByRole('button', { name: command }).click();
      await dialog.locator('.ant-form-item-explain-error').waitFor();
      await dialog.getByLabel(w.form.evidence).fill(evidence);
    });
  }

  test('the pages that were photographed are filed where the meeting says they are missing', async () => {
    const { page } = visitor;
    for (const title of [DAXING, CHAOYANG, TONGZHOU]) {
      await visitor.open(spring);
      await page.locator('.meeting-missing').getByRole('link', { name: title }).click();
      const file = { name: 'page.pdf', mimeType: 'application/pdf', buffer: PDF };
      await page.getByLabel(w.papers.choose).setInputFiles(file);
      await visitor.confirm(w.papers.file, (dialog) =>
        dialog.getByRole('radio', { name: w.papers.matches }).check(),
      );
      await page.getByText(w.papers.onFile).waitFor();
    }
    await visitor.open(spring);
    const listed = page.locator('.meeting-missing li');
    await listed.nth(2).waitFor();
    const missing = await listed.allInnerTexts();
    expect(missing).toHaveLength(3);
    for (const text of missing) {
      expect(text).toContain(w.meeting.missing.originals);
      expect(text).not.toContain(w.meeting.missing.scan);
    }
  });
});
