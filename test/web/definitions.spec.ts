import type { WorkflowDefinition } from '@entente/agreement';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Browser } from 'playwright-core';

import { eventually, SigningOffice } from '../api/support/signing-office.js';
import { describeIf } from '../support/describe-if.js';
import { needs } from '../support/needs.js';
import { surveyDefinition } from '../support/survey-definition.js';
import { openBrowser, Visitor, words } from './visitor.js';

jest.setTimeout(240_000);

const root = path.resolve(import.meta.dirname, '../..');
const w = words.en;
const SURVEYS = ['Dry and deep', 'Dry and shallow', 'Wet'] as const;

const said = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));
const written = (definition: WorkflowDefinition): string => JSON.stringify(definition, null, 2);
/** The second version calls the stage of drafting by another id, too. */
const second = (): string =>
  written({ ...surveyDefinition(), version: 2 }).replaceAll('"drafting"', '"fieldwork"');

describeIf(needs.chromium, 'definitions in the browser', () => {
  let office: SigningOffice;
  let browser: Browser;
  let visitor: Visitor;

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [path.join(root, '.build/run-build.js')], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    office = await SigningOffice.open(path.join(root, 'dist/apps/web'));
    browser = await openBrowser();
    visitor = await Visitor.at(office.api.url, browser, 'en');
    await visitor.open('/definitions');
    await visitor.signIn('Coordinator');
  });
  afterAll(async () => {
    const { strayed, broken } = visitor;
    await browser.close();
    await office.close();
    expect({ strayed, broken }).toEqual({ strayed: [], broken: [] });
  });

  const choose = (text: string): Promise<void> =>
    visitor.page
      .getByLabel(w.definitions.chooseFile)
      .setInputFiles({ name: 'survey.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  test('a file is looked at first, and what is wrong with it stands at its line', async () => {
    const { page } = visitor;
    await choose('{');
    await page.getByText(w.definitions.notJson).waitFor();
    const wrong = written(surveyDefinition()).replace('"to": "withdrawn"', '"to": "nowhere"');
    await choose(wrong);
    const line = wrong.split('\n').findIndex((one) => one.includes('"nowhere"')) + 1;
    const fault = page.locator('.definition-faults li', { hasText: said(w.definitions.line, { line }) });
    await fault.getByText('/stages/0/transitions/1/to').waitFor();
    expect(await visitor.button(/^Publish survey/u).count()).toBe(0);

    await choose(written(surveyDefinition()));
    await page.getByText(said(w.definitions.first, { definition: 'survey@1' })).waitFor();
    await visitor.button(said(w.definitions.publish, { definition: 'survey@1' })).click();
    await page.locator('.definition-done').getByRole('link', { name: 'survey@1' }).click();
    await page.locator('.definition-stages').getByText('Groundwork', { exact: true }).waitFor();
  });

  test('letters under it are found by their details, and counted apart from stages of the same id', async () => {
    const { page } = visitor;
    await propose('letter-of-intent', 'A letter of intent');
    await propose('survey', SURVEYS[0], { depth: 12, season: 'dry' });
    await propose('survey', SURVEYS[1], { depth: 3, season: 'dry', insured: true });
    await propose('survey', SURVEYS[2], { depth: 12, season: 'wet' });
    await visitor.open('/');
    await shown('A letter of intent', ...SURVEYS);

    const segment = (name: string, count: number) =>
      page.locator('.segments').getByRole('button', { name: `${String(count)} ${name}`, exact: true });
    await segment('Groundwork', 3).click();
    await shown(...SURVEYS);
    await segment(w.stage.drafting, 1).click();
    await shown('A letter of intent', ...SURVEYS);
    await segment('Groundwork', 3).click();
    await shown('A letter of intent');
    await segment(w.stage.drafting, 1).click();

    await page.locator('summary', { hasText: w.board.details }).click();
    await page.getByLabel('Season').selectOption({ label: 'Dry' });
    await shown(SURVEYS[0], SURVEYS[1]);
    await page.getByLabel('Depth').fill('12');
    await page.keyboard.press('Enter');
    await shown(SURVEYS[0]);
    await page.getByText(said(w.board.detailsChosen, { count: 2 })).waitFor();
    // The address holds it all.
    await page.reload();
    await shown(SURVEYS[0]);
    await visitor.button(w.board.clear).click();
    await shown('A letter of intent', ...SURVEYS);
  });

  test('the next version shows what it changes, and letters go on under it once it was shown what comes of it', async () => {
    const { page } = visitor;
    const { definitions } = w;
    await visitor.open('/definitions/survey@1');
    await choose(second());
    await page.locator('.definition-changes').getByText('fieldwork').first().waitFor();
    await visitor.button(said(definitions.publish, { definition: 'survey@2' })).click();
    await page.locator('.definition-done').getByRole('link', { name: 'survey@2' }).waitFor();

    await visitor.button(definitions.rehearse).click();
    await page.getByText(said(definitions.outcome.stays, { count: 3, from: 'Groundwork' })).waitFor();
    const staying = page.locator('.definition-run .definition-faults li');
    expect(await staying.count()).toBe(3);
    expect(await visitor.button(said(definitions.move_other, { count: 3 })).count()).toBe(0);

    await page.getByLabel(said(definitions.stageTo, { stage: 'Groundwork' })).click();
    await page.getByTitle('Groundwork', { exact: true }).click();
    await visitor.button(definitions.rehearse).click();
    const ways = { count: 3, from: 'Groundwork', to: 'Groundwork' };
    await page.getByText(said(definitions.outcome.moves, ways)).waitFor();
    await visitor.button(said(definitions.move_other, { count: 3 })).click();
    await page.getByText(said(definitions.outcome.moved, ways)).waitFor();
    await page.getByText(said(definitions.looked, { looked: 3, total: 3 })).waitFor();
    await eventually(async () => {
      await page.reload();
      const row = page.locator('.definition-kinds tr', { has: page.getByRole('link', { name: 'survey@2' }) });
      await row.waitFor();
      expect(await row.locator('td').allInnerTexts()).toEqual(['survey@2', '3', '0']);
    });
  });

  async function propose(kind: string, en: string, attributes?: object): Promise<void> {
    const [district] = office.districts;
    await office.api.post('/api/agreements', office.coordinator, {
      kind,
      title: { en },
      parties: [
        { partyId: office.base.organisationId, role: 'think-tank-base' },
        { partyId: district!.organisationId, role: 'district-association' },
      ],
      ...(attributes ? { attributes } : {}),
    });
  }

  /** Those and no others, in any order. */
  async function shown(...titles: readonly string[]): Promise<void> {
    await eventually(async () => {
      const rows = await visitor.page.locator('.row-title').allInnerTexts();
      expect(rows.toSorted()).toEqual(titles.toSorted());
    });
  }
});
