import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

import { en } from '../../apps/web/src/i18n/en.js';
import { zh } from '../../apps/web/src/i18n/zh.js';
import { found, needs } from '../support/needs.js';

export type Language = 'zh' | 'en';

/** The page's own texts: what a reader of that language looks for. */
export const words = { zh, en } as const;

const LOCALE = { zh: 'zh-CN', en: 'en-GB' } as const;
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A machine that runs other tests beside a browser is slow. */
const PATIENCE_MS = 60_000;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: found(needs.chromium), args: QUIET });

/** Somebody at a browser of their own, who does what people do: reads labels, clicks, types. */
export class Visitor {
  /** Requests to anywhere but the server. */
  readonly strayed: string[] = [];
  readonly broken: string[] = [];

  private constructor(
    readonly page: Page,
    readonly language: Language,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(url) && !address.startsWith('data:')) this.strayed.push(address);
    });
    page.on('pageerror', (error) => this.broken.push(error.message));
  }

  static async at(url: string, browser: Browser, language: Language): Promise<Visitor> {
    const context = await browser.newContext({
      locale: LOCALE[language],
      viewport: { width: 1280, height: 900 },
      // What moves cannot be clicked with certainty.
      reducedMotion: 'reduce',
    });
    return new Visitor(await context.newPage(), language, url);
  }

  get words(): typeof en {
    return words[this.language];
  }

  open(path: string): Promise<unknown> {
    return this.page.goto(`${this.url}${path}`);
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async signIn(name: string): Promise<void> {
    await this.button(this.words.signIn.as.replace('{{name}}', name)).click();
    await this.page.getByRole('banner').getByRole('navigation').waitFor();
  }

  /** Through the menu at the top right; the page stays where it is. */
  async become(name: string): Promise<void> {
    await this.page.getByRole('banner').locator('.person-button').click();
    await this.page.locator('.person-menu').getByRole('button').filter({ hasText: name }).click();
    await this.page.locator('.person-button .person-name', { hasText: name }).waitFor();
  }

  /** Opens an action's dialog, fills it in and confirms; done when the dialog is gone. */
  async act(
    action: string | RegExp,
    fill: (dialog: Locator) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.page.locator('.actions').getByRole('button', { name: action }).click();
    await this.confirm(action, fill);
  }

  async confirm(action: string | RegExp, fill: (dialog: Locator) => Promise<void>): Promise<void> {
    const dialog = this.dialog();
    await fill(dialog);
    await dialog.getByRole('button', { name: action }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Types into a searching select until one is left, and takes it. */
  async choose(label: string, name: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(name);
    await this.options.filter({ hasNotText: name }).first().waitFor({ state: 'detached' });
    await this.takeTheFirst();
  }

  async takeTheFirst(): Promise<void> {
    await this.options.first().click();
    await this.options.first().waitFor({ state: 'hidden' });
  }

  /** Of the select that is open. */
  private get options(): Locator {
    return this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  }

  async standsIn(stage: string): Promise<void> {
    await this.page.locator('.stage-path [aria-current="step"]', { hasText: stage }).waitFor();
  }
}
