import { expect } from '@jest/globals';

import type { Language, Visitor } from './visitor.js';

/** Who and what, in either language. */
export const names = {
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

type Said = (typeof names)[Language];

export async function proposes(visitor: Visitor, said: Said): Promise<void> {
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

export async function opensTheFirstSection({ page, words }: Visitor) {
  await page
    .getByRole('button', { name: words.common.edit })
    .or(page.locator('.rendition-edit'))
    .first()
    .click();
  return page.getByRole('textbox', { name: words.text.body, exact: true });
}

export async function editsTheFirstSection(visitor: Visitor, sentence: string): Promise<void> {
  const body = await opensTheFirstSection(visitor);
  await body.fill(sentence);
  await visitor.button(visitor.words.common.save).click();
  await visitor.page.locator('article.rendition', { hasText: sentence }).waitFor();
}

export async function comments({ page, words }: Visitor, text: string, audience: string): Promise<void> {
  const { drafting } = words;
  await page.locator('.comments-begin').first().click();
  await page.getByLabel(drafting.write).fill(text);
  await page.getByRole('radio', { name: audience, exact: true }).check();
  await page.locator('.comment-form').getByRole('button', { name: drafting.send, exact: true }).click();
  await page.locator('.said', { hasText: text }).waitFor();
}

export async function serves({ page, words }: Visitor): Promise<void> {
  const { serve } = words.drafting;
  await page.locator('.text-served').getByRole('button', { name: serve }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: serve }).click();
}

export async function comparesVersions({ page, words }: Visitor): Promise<void> {
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

export async function namesSignatories(visitor: Visitor): Promise<void> {
  const { page, words } = visitor;
  for (const index of [0, 1]) {
    await page.locator('.card-list > li').nth(index).locator('.card-inline').click();
    await visitor.confirm(words.command['name-signatory'], async (dialog) => {
      await dialog.getByLabel(words.form.position).click();
      await visitor.takeTheFirst();
    });
  }
}

export async function approves(visitor: Visitor, name: string): Promise<void> {
  await visitor.become(name);
  const approve = new RegExp(visitor.words.command['approve-text'].replace('{{hash}}', '[0-9a-f]{8}'), 'u');
  await visitor.act(approve);
}

export async function signs(visitor: Visitor): Promise<void> {
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

export async function replays({ page, words }: Visitor, sentence: string): Promise<void> {
  const slider = page.getByRole('slider', { name: words.replay.slider });
  const edited = page.locator('article.rendition', { hasText: sentence });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.getByRole('region', { name: words.replay.pastState }).waitFor();
  await edited.waitFor({ state: 'detached' });
  expect(await page.locator('.actions').count()).toBe(0);
  await page.waitForURL(/\?revision=0$/u);
  await page.getByRole('button', { name: words.replay.changedSince }).click();
  expect(await page.locator('.differences').innerText()).toContain(sentence);
  await page.keyboard.press('Tab');
  await slider.focus();
  await page.keyboard.press('End');
  await edited.waitFor();
  await page.getByRole('region', { name: words.replay.pastState }).waitFor({ state: 'detached' });
}
