import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { describeIf } from '../support/describe-if.js';
import { needs } from '../support/needs.js';
import { dataFolder, startServer, type Program } from '../support/program.js';
import { openBrowser, Visitor, type Language } from './visitor.js';

jest.setTimeout(240_000);

const names = {
  en: {
    coordinator: 'Lin Yue',
    base: 'Chen Jing',
    district: 'Zhao Ming',
    baseName: 'Modern Agriculture',
    districtName: 'Daxing District',
    sentence: 'The parties meet every second month.',
    title: 'Letter of intent: orchards of Daxing',
  },
  zh: {
    coordinator: '林悦',
    base: '陈静',
    district: '赵明',
    baseName: '现代农业智库基地',
    districtName: '大兴区科学技术协会',
    sentence: '双方每两个月会商一次。',
    title: '大兴区果园合作意向书',
  },
} as const;

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

    beforeEach(async () => {
      visitor = await Visitor.at(url, browser, language);
    });
    afterEach(async () => {
      const { strayed, broken } = visitor;
      await visitor.leave();
      expect({ strayed, broken }).toEqual({ strayed: [], broken: [] });
    });

    test('goes from a title to joint research, and every moment of it can be seen again', async () => {
      await visitor.open('/');
      await visitor.signIn(said.coordinator);
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe(
        language === 'zh' ? 'zh-CN' : 'en',
      );

      await proposes(visitor, said);
      await editsTheFirstSection(visitor, said.sentence);
      await namesSignatories(visitor);
      await approves(visitor, said.base);
      await approves(visitor, said.district);
      await visitor.become(said.coordinator);
      await signs(visitor);
      await replays(visitor, said.sentence);
    });

    test('shows both texts to whoever edits a section that somebody else has changed', async () => {
      const other = await Visitor.at(url, browser, language);
      await visitor.open('/');
      await visitor.signIn(said.coordinator);
      await proposes(visitor, said);
      await other.open(new URL(visitor.page.url()).pathname);
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
      await other.leave();
    });

    test('is talked about by those for whom it is, and served on the other side', async () => {
      const district = await Visitor.at(url, browser, language);
      await visitor.open('/');
      await visitor.signIn(said.coordinator);
      await proposes(visitor, said);
      const letter = new URL(visitor.page.url()).pathname;
      await visitor.become(said.base);
      await visitor.open(letter);
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
  });

  test('sends at most 300 kB of compressed script for the board', async () => {
    const visitor = await Visitor.at(url, browser, 'zh');
    await visitor.open('/');
    await visitor.signIn(names.zh.coordinator);
    const sizes: Promise<number>[] = [];
    visitor.page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      sizes.push(response.headerValue('content-length').then(Number));
    });
    // Past the browser's own store, as at a first visit.
    const network = await visitor.page.context().newCDPSession(visitor.page);
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    await visitor.open('/');
    await visitor.page.locator('.row').first().waitFor();
    const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
    await visitor.leave();
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThanOrEqual(300_000);
  });
});

type Said = (typeof names)[Language];

async function proposes(visitor: Visitor, said: Said): Promise<void> {
  const { page, words, language } = visitor;
  await page.getByRole('link', { name: words.nav.newLetter }).click();
  await page
    .getByLabel(language === 'zh' ? words.newLetter.titleZh : words.newLetter.titleEn)
    .fill(said.title);
  await visitor.choose(language === 'zh' ? '智库基地' : 'Think tank base', said.baseName);
  await visitor.choose(language === 'zh' ? '区科协' : 'District association', said.districtName);
  await visitor.button(words.newLetter.submit).click();
  await page.getByRole('heading', { level: 1, name: said.title }).waitFor();
  // The number comes by itself a moment later.
  await page.locator('.agreement-number', { hasText: /LOI-\d{4}-\d{4}/u }).waitFor();
  await visitor.standsIn(words.stage.drafting);
}

async function opensTheFirstSection({ page, words }: Visitor) {
  await page
    .getByRole('button', { name: words.common.edit })
    .or(page.locator('.rendition-edit'))
    .first()
    .click();
  return page.getByRole('textbox', { name: words.text.body, exact: true });
}

async function editsTheFirstSection(visitor: Visitor, sentence: string): Promise<void> {
  const body = await opensTheFirstSection(visitor);
  await body.fill(sentence);
  await visitor.button(visitor.words.common.save).click();
  await visitor.page.locator('article.rendition', { hasText: sentence }).waitFor();
}

async function comments({ page, words }: Visitor, text: string, audience: string): Promise<void> {
  const { drafting } = words;
  await page.locator('.comments-begin').first().click();
  await page.getByLabel(drafting.write).fill(text);
  await page.getByRole('radio', { name: audience, exact: true }).check();
  await page.locator('.comment-form').getByRole('button', { name: drafting.send, exact: true }).click();
  await page.locator('.said', { hasText: text }).waitFor();
}

async function serves({ page, words }: Visitor): Promise<void> {
  const { serve } = words.drafting;
  await page.locator('.text-served').getByRole('button', { name: serve }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: serve }).click();
}

async function comparesVersions({ page, words }: Visitor): Promise<void> {
  await page.getByRole('link', { name: words.drafting.compare }).click();
  const section = page.locator('.compared-section').first();
  await section.getByText(words.drafting.change.changed, { exact: true }).waitFor();
  expect(await section.locator('ins').allInnerTexts()).toEqual([' and mine']);
  await page.getByRole('button', { name: words.drafting.beside }).click();
  const [before, after] = await section.locator('.diff-text').allInnerTexts();
  expect([before, after]).toEqual([
    expect.stringMatching(/theirs$/u),
    expect.stringMatching(/theirs and mine$/u),
  ]);
}

async function namesSignatories(visitor: Visitor): Promise<void> {
  const { page, words } = visitor;
  for (const index of [0, 1]) {
    await page.locator('.card-list > li').nth(index).locator('.card-inline').click();
    await visitor.confirm(words.command['name-signatory'], async (dialog) => {
      await dialog.getByLabel(words.form.position).click();
      await visitor.takeTheFirst();
    });
  }
}

async function approves(visitor: Visitor, name: string): Promise<void> {
  await visitor.become(name);
  const approve = new RegExp(visitor.words.command['approve-text'].replace('{{hash}}', '[0-9a-f]{8}'), 'u');
  await visitor.act(approve);
}

async function signs(visitor: Visitor): Promise<void> {
  const { words } = visitor;
  await visitor.act(words.command['submit-for-signing']);
  await visitor.standsIn(words.stage.signing);
  await visitor.act(words.command['record-signature'], async (dialog) => {
    await dialog.getByRole('radio').first().check();
  });
  // Only one party is left to choose.
  await visitor.act(words.command['record-signature']);
  await visitor.standsIn(words.stage['joint-research']);
}

async function replays({ page, words }: Visitor, sentence: string): Promise<void> {
  const slider = page.getByRole('slider', { name: words.replay.slider });
  const edited = page.locator('article.rendition', { hasText: sentence });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.getByRole('region', { name: words.replay.pastState }).waitFor();
  await edited.waitFor({ state: 'detached' });
  expect(await page.locator('.actions').count()).toBe(0);
  expect(page.url()).toContain('?revision=0');
  await page.getByRole('button', { name: words.replay.changedSince }).click();
  expect(await page.locator('.differences').innerText()).toContain(sentence);
  await page.keyboard.press('Tab');
  await slider.focus();
  await page.keyboard.press('End');
  await edited.waitFor();
  await page.getByRole('region', { name: words.replay.pastState }).waitFor({ state: 'detached' });
}
