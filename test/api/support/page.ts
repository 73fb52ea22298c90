interface News {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
}

/** A page that follows, over a real connection. */
export class Page {
  readonly news: News[] = [];
  readonly ended: Promise<void>;
  #wake: () => void = () => undefined;

  private constructor(
    readonly response: Response,
    readonly closing: AbortController,
  ) {
    this.ended = this.#read().catch(() => undefined);
  }

  static async open(url: string, token: string, lastEventId?: string): Promise<Page> {
    const closing = new AbortController();
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    };
    return new Page(await fetch(`${url}/api/live`, { headers, signal: closing.signal }), closing);
  }

  get changes(): { agreementId?: string; type: string; revision: number; position: string }[] {
    return this.news
      .filter(({ event }) => event === 'changed')
      .map(({ data }) => JSON.parse(data ?? '') as Page['changes'][number]);
  }

  async until(what: () => boolean): Promise<void> {
    while (!what()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  close(): void {
    this.closing.abort();
  }

  async #read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of this.response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const fields = message
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
        this.news.push(Object.fromEntries(fields) as News);
      }
      this.#wake();
    }
  }
}
