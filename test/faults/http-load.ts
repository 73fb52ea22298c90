import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { mustHold } from './fault.js';

const LANES = 16;
const SECTIONS_PER_LETTER = 20;
const PATIENCE_MS = 30_000;
const AGAIN_MS = 50;

/** How one request ended; `status` 0: the connection was lost. */
export interface Ending {
  readonly status: number;
  readonly at: number;
  readonly ms: number;
  readonly retryAfter: string | null;
  readonly isCommand: boolean;
}

interface Letter {
  readonly id: string;
  revision: number;
  sections: string[];
}

interface Detail {
  readonly revision: number;
  readonly agreement: { readonly sections: readonly { readonly sectionId: string }[] };
}

/** People who write letters over HTTP without a pause, repeat with its key what was not answered, and read them. */
export class HttpLoad {
  readonly endings: Ending[] = [];
  readonly #letters: Letter[] = [];
  readonly #running: Promise<void>[] = [];
  readonly #underWay = new Map<string, number>();
  #isRunning = true;
  #acknowledged = 0;
  #inDoubt = 0;

  private constructor(
    /** Programs on one installation, asked in turn; they may change. */
    public urls: readonly string[],
    private readonly token: string,
  ) {}

  /** Sets an empty space up and begins. */
  static async start(url: string): Promise<HttpLoad> {
    const response = await fetch(`${url}/api/spaces/main/first-coordinator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        person: { name: { en: 'Lin Yue' }, language: 'en' },
        organisation: { name: { en: 'Office' } },
        position: { title: { en: 'Coordinator' } },
      }),
    });
    mustHold(response.ok, `the first coordinator was not appointed: ${response.status}`);
    const { token } = (await response.json()) as { token: string };
    const load = new HttpLoad([url], token);
    for (let lane = 0; lane < LANES; lane += 1) load.#running.push(load.#write());
    // What fails is told by `serves` and `stop`, to whoever asks by then.
    for (const lane of load.#running) lane.catch(() => undefined);
    return load;
  }

  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Commands whose first answer was lost or a refusal to serve; each was repeated until it was answered. */
  get inDoubt(): number {
    return this.#inDoubt;
  }

  /** Resolves when so many commands more were acknowledged; rejects as soon as something was answered wrongly. */
  async serves(more: number): Promise<void> {
    const enough = this.#acknowledged + more;
    const failure = Promise.all(this.#running);
    while (this.#acknowledged < enough) await Promise.race([sleep(20), failure]);
  }

  /** Asks nothing more of this program; resolves when nothing is under way there. */
  async leave(url: string): Promise<void> {
    this.urls = this.urls.filter((one) => one !== url);
    while ((this.#underWay.get(url) ?? 0) > 0) await sleep(10);
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    await Promise.all(this.#running);
  }

  /**
   * Everything that was acknowledged can be read. That nothing was done twice shows while writing: a section that
   * exists is refused to whoever believes that it does not.
   */
  async verify(): Promise<void> {
    for (const letter of this.#letters) {
      const detail = await this.#detail(letter.id);
      const missing = letter.sections.filter(
        (name) => detail?.agreement.sections.filter(({ sectionId }) => sectionId === name).length !== 1,
      );
      mustHold(detail !== undefined, `letter ${letter.id} was acknowledged and is gone`);
      mustHold(missing.length === 0, `${missing.length} acknowledged sections are lost`);
      mustHold(detail.revision >= letter.revision, `letter ${letter.id} went back to ${detail.revision}`);
    }
  }

  async #write(): Promise<void> {
    let letter: Letter | undefined;
    while (this.#isRunning) {
      if (!letter || letter.sections.length === SECTIONS_PER_LETTER) letter = await this.#propose();
      await this.#revise(letter);
      await this.#ask('GET', `/api/agreements/${letter.id}`);
    }
  }

  async #propose(): Promise<Letter> {
    const body = { kind: 'letter-of-intent', title: { en: 'A letter' } };
    const answer = await this.#command<{ agreementId: string; revision: number }>('/api/agreements', body);
    const letter = { id: answer.agreementId, revision: answer.revision, sections: [] };
    this.#letters.push(letter);
    return letter;
  }

  async #revise(letter: Letter): Promise<void> {
    const sectionId = `s-${letter.sections.length}`;
    const answer = await this.#command<{ revision: number }>(`/api/agreements/${letter.id}/revise-section`, {
      sectionId,
      rendition: 'en',
      heading: 'Section',
      body: 'Both parties agree to exchange results each quarter.',
      baseHash: null,
    });
    letter.revision = answer.revision;
    letter.sections.push(sectionId);
  }

  /** Until it is answered; a repeat carries the same key. */
  async #command<Answer>(path: string, body: object): Promise<Answer> {
    const key = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#ask('POST', path, body, key);
      if (response?.ok) {
        this.#acknowledged += 1;
        return (await response.json()) as Answer;
      }
      // What else may be answered is for the fault to say; nothing else would ever end here.
      mustHold(
        response === undefined || response.status === 503,
        `${path} was answered ${response?.status ?? 0}: ${(await response?.text()) ?? ''}`,
      );
      if (attempt === 1) this.#inDoubt += 1;
      await sleep(AGAIN_MS);
    }
  }

  async #detail(id: string): Promise<Detail | undefined> {
    const response = await this.#ask('GET', `/api/agreements/${id}`);
    return response?.ok ? ((await response.json()) as Detail) : undefined;
  }

  async #ask(method: string, path: string, body?: object, key?: string): Promise<Response | undefined> {
    const start = performance.now();
    const url = this.urls[this.endings.length % this.urls.length] ?? '';
    this.#underWay.set(url, (this.#underWay.get(url) ?? 0) + 1);
    const end = (status: number, retryAfter: string | null): void => {
      const at = performance.now();
      this.#underWay.set(url, (this.#underWay.get(url) ?? 0) - 1);
      this.endings.push({ status, at, ms: at - start, retryAfter, isCommand: method === 'POST' });
    };
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      end(response.status, response.headers.get('retry-after'));
      return response;
    } catch {
      end(0, null);
      return undefined;
    }
  }
}
