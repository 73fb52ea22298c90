import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { describeIf } from '../support/describe-if.js';
import { needs } from '../support/needs.js';
import { dataFolder, startServer, type Program } from '../support/program.js';
import {
  approves,
  comments,
  comparesVersions,
  editsTheFirstSection,
  namesSignatories,
  opensTheFirstSection,
  proposes,
  replays,
  serves,
  signs,
  names,
} from './letter-steps.js';
import { openBrowser, Visitor, type Language } from './visitor.js';

jest.setTimeout(240_000);

describeIf(needs.chromium, 'a letter in the browser', () => {
  const folder = dataFolder();
  let program: Program;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    ({ program, url } = await startServer({ DATA_DIR: folder.path }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await program.kill('SIGTERM');
    folder.remove();
  });

  describe.each(['en', 'zh'] as const)('in %s', (language: Language) => {
    const said = names[language];
    let visitor: Visitor;
    let letter: string;

    // One letter for all that follows, as people write and sign one: each part begins where the one before ended.
    beforeAll(async () => {
      visitor = await Visitor.at(url, browser, language);
      await visitor.open('/');
      await visitor.signIn(said.coordinator);
      await proposes(visitor, said);
      letter = new URL(visitor.page.url()).pathname;
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe(
        language === 'zh' ? 'zh-CN' : 'en',
      );
    });
    afterEach(() => {
      expect({ strayed: visitor.strayed, broken: visitor.broken }).toEqual({ strayed: [], broken: [] });
    });
    afterAll(() => visitor.leave());

    // What two people do beside each other is the same in every language: once is enough.
    if (language === 'en') {
      test('shows both texts to whoever edits a section that somebody else has changed', async () => {
        const other = await Visitor.at(url, browser, language);
        await other.open(letter);
        await other.signIn(said.district);

        const mine = await opensTheFirstSection(visitor);
        await mine.fill('mine');
        await editsTheFirstSection(other, 'theirs');
        await visitor.button(visitor.words.common.save).click();

        const both = visitor.dialog();
        await both.getByText(visitor.words.text.staleTitle).waitFor();
        expect(await both.innerText()).toMatch(/theirs[^]*mine/u);
        const { drafting, text } = visitor.words;
        await both.getByLabel(`${drafting.merged}: ${text.body}`, { exact: true }).fill('theirs and mine');
        await both.getByRole('button', { name: text.keepMine }).click();
        await other.page.locator('.rendition', { hasText: 'theirs and mine' }).waitFor();
        await comparesVersions(visitor);
        await visitor.page.goBack();
        await other.leave();
      });

      test('is talked about by those for whom it is, and served on the other side', async () => {
        const district = await Visitor.at(url, browser, language);
        await visitor.become(said.base);
        await district.open(letter);
        await district.signIn(said.district);

        const { drafting } = visitor.words;
        await comments(visitor, 'Our limit is lower.', drafting.audiences['own-side']);
        await comments(visitor, 'Who pays?', drafting.audiences.parties);
        const thread = district.page.locator('.thread', { hasText: 'Who pays?' });
        await thread.getByRole('button', { name: drafting.reply, exact: true }).click();
        await district.page.getByLabel(drafting.write).fill('Both sides do.');
        await district.page.locator('.comment-form').getByRole('button', { name: drafting.reply }).click();
        await visitor.page.locator('.said', { hasText: 'Both sides do.' }).waitFor();
        expect(await district.page.locator('body').innerText()).not.toContain('Our limit is lower.');
        await thread.getByRole('button', { name: drafting.resolve }).click();
        await visitor.page.getByText(drafting.resolved_one.replace('{{count}}', '1')).waitFor();

        await serves(visitor);
        await district.page
          .locator('.next-step-who', { hasText: said.districtName })
          .getByText(visitor.words.board.waitingYou)
          .waitFor();
        expect(district.broken).toEqual([]);
        await district.leave();
      });

      test('gets another section, and says which signs of it its PDF cannot show', async () => {
        const { page, words } = visitor;
        await visitor.button(words.text.begin).click();
        await page.getByRole('textbox', { name: words.text.heading, exact: true }).fill('㛃');
        await page.getByRole('textbox', { name: words.text.body, exact: true }).fill('A name.');
        await visitor.button(words.common.save).click();
        await page.locator('article.rendition .text-unprintable', { hasText: '㛃 (U+36C3)' }).waitFor();
        await page.locator('.documents .text-unprintable', { hasText: '㛃 (U+36C3)' }).waitFor();
      });
    }

    test('goes on to joint research, and every moment of it can be seen again', async () => {
      await visitor.become(said.coordinator);
      await editsTheFirstSection(visitor, said.sentence);
      await namesSignatories(visitor);
      await approves(visitor, said.base);
      await approves(visitor, said.district);
      await visitor.become(said.coordinator);
      await signs(visitor);
      await replays(visitor, said.sentence);
    });
  });

  test('letters are chosen on the board with keys and pointer, and each is told what became of it', async () => {
    const visitor = await Visitor.at(url, browser, 'en');
    const { page, words } = visitor;
    const { board } = words;
    await visitor.open('/');
    await visitor.signIn(names.en.coordinator);
    const choices = page.locator('.row-choice');
    const chosen = (count: number) => page.getByText(board.chosen_other.replace('{{count}}', String(count)));

    await choices.nth(0).focus();
    await page.keyboard.press('Space');
    await page.getByText(board.chosen_one.replace('{{count}}', '1')).waitFor();
    await choices.nth(2).click({ modifiers: ['Shift'] });
    await chosen(3).waitFor();
    await choices.nth(1).focus();
    await page.keyboard.press('Space');
    await chosen(2).waitFor();

    await visitor.button(board.issue).focus();
    await page.keyboard.press('Enter');
    const dialog = visitor.dialog();
    await dialog.getByRole('radio', { name: 'DOCX' }).check();
    await dialog.getByRole('button', { name: board.issue }).click();
    await dialog.getByText(board.eachDone_other.replace('{{count}}', '2')).waitFor();
    const told = await dialog.locator('.each-letters li > span:last-child').allInnerTexts();
    expect(told).toEqual([board.each.done, board.each.done]);
    await dialog.getByRole('button', { name: board.close, exact: true }).last().click();
    await dialog.waitFor({ state: 'detached' });

    await visitor.button(board.chooseNone).click();
    await page.locator('.selection-bar').waitFor({ state: 'detached' });
    const { strayed, broken } = visitor;
    await visitor.leave();
    expect({ strayed, broken }).toEqual({ strayed: [], broken: [] });
  });

  test('sends at most 300 kB of compressed script for the board', async () => {
    const visitor = await Visitor.at(url, browser, 'zh');
    await visitor.open('/');
    await visitor.signIn(names.zh.coordinator);
    // By address: past the store, what is asked for early is asked for once more where it is needed.
    const sizes = new Map<string, Promise<number>>();
    visitor.page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      sizes.set(response.url(), response.headerValue('content-length').then(Number));
    });
    // Past the browser's own store, as at a first visit.
    const network = await visitor.page.context().newCDPSession(visitor.page);
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    await visitor.open('/');
    await visitor.page.locator('.row').first().waitFor();
    // What the board can be chosen by comes after its letters.
    await visitor.page.getByRole('searchbox').last().waitFor();
    await visitor.page.getByRole('combobox').first().waitFor();
    const sum = (await Promise.all(sizes.values())).reduce((total, size) => total + size, 0);
    await visitor.leave();
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThanOrEqual(300_000);
  });
});
