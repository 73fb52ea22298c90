import { unzipSync } from 'fflate';

import { readPdf } from '../support/pdf-text.js';
import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

const TITLE = { zh: '现代农业智库基地与大兴区科协合作意向书', en: 'Letter of intent on modern agriculture' };

const NOBODY = '40000000-0000-4000-8000-00000000dead';

let api: ApiInMemory;
let id: string;

beforeAll(async () => {
  api = await ApiInMemory.open();
  id = await proposed();
});
afterAll(() => api.close());

async function proposed(): Promise<string> {
  const { base, district, coordinator } = api.people;
  const letter = {
    kind: 'letter-of-intent',
    title: TITLE,
    parties: [
      { partyId: base, role: 'think-tank-base' },
      { partyId: district, role: 'district-association' },
    ],
  };
  const answer = await api.post('/api/agreements', letter, coordinator);
  return answer.json<{ agreementId: string }>().agreementId;
}

const preview = (query: string, personId?: string) =>
  api.get(`/api/agreements/${id}/document?${query}`, personId);
const issue = (body: object, personId: string) =>
  api.post(`/api/agreements/${id}/issue-document`, body, personId);
const letterNow = async () => {
  const answer = await api.get(`/api/agreements/${id}`, api.people.coordinator);
  return answer.json<{
    agreement: {
      textHash: string;
      documents?: { file: { sha256: string; size: number }; textHash: string; template: string }[];
    };
    possible: { command: string }[];
  }>();
};

describe('a letter as a document over HTTP', () => {
  it('is shown to whoever may see the letter, always the same', async () => {
    const { chair, auditor } = api.people;
    const first = await preview('format=pdf&language=zh', auditor);
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(first.rawPayload.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await preview('format=pdf&language=zh', chair);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    const word = await preview('format=docx&language=zh', chair);
    const text = Buffer.from(unzipSync(word.rawPayload)['word/document.xml']!).toString();
    expect(text).toContain(TITLE.zh);
    expect((await letterNow()).agreement.documents).toBeUndefined();
  });

  it('is not shown to anybody else, nor in a form that there is not', async () => {
    const { stranger, coordinator } = api.people;
    expect((await preview('format=pdf&language=zh', stranger)).statusCode).toBe(404);
    expect((await preview('format=pdf&language=zh')).statusCode).toBe(401);
    for (const query of ['format=odt&language=zh', 'format=pdf&language=fr', 'format=pdf', ''])
      expect((await preview(query, coordinator)).statusCode).toBe(400);
  });

  it('is printed with others in one go, for whoever may see every one of them', async () => {
    const { chair, stranger } = api.people;
    const other = await proposed();
    const together = (query: string, personId?: string) => api.get(`/api/documents?${query}`, personId);
    const printed = await together(`agreement=${id}&agreement=${other}&language=zh`, chair);
    expect(printed.headers['content-type']).toBe('application/pdf');
    const one = await preview('format=pdf&language=zh', chair);
    const pages = (content: Buffer): number => readPdf(content).pages.length;
    expect(pages(printed.rawPayload)).toBe(2 * pages(one.rawPayload));
    expect((await together(`agreement=${id}&language=zh`)).statusCode).toBe(401);
    expect((await together(`agreement=${id}&language=zh`, stranger)).statusCode).toBe(404);
    const unknown = await together(`agreement=${id}&agreement=${NOBODY}&language=zh`, chair);
    expect(unknown.statusCode).toBe(404);
    const many = Array.from({ length: 51 }, () => `agreement=${id}&`).join('');
    for (const query of ['language=zh', 'agreement=x&language=zh', `agreement=${id}`, `${many}language=zh`])
      expect((await together(query, chair)).statusCode).toBe(400);
  });

  it('is issued once for the same letter, kept, and given to whoever may see the letter', async () => {
    const { coordinator, chair, auditor, stranger } = api.people;
    expect((await letterNow()).possible.map(({ command }) => command)).toContain('IssueDocument');
    const body = { format: 'pdf', language: 'zh' };
    const issued = await issue(body, chair);
    expect(issued.statusCode).toBe(200);
    expect(issued.json<{ events: { type: string }[] }>().events.map(({ type }) => type)).toEqual([
      'DocumentIssued',
    ]);
    expect((await issue(body, coordinator)).json()).toMatchObject({ unchanged: true, events: [] });
    const { agreement } = await letterNow();
    expect(agreement.documents).toEqual([
      expect.objectContaining({ textHash: agreement.textHash, template: 'letter@1', language: 'zh' }),
    ]);
    const { file } = agreement.documents![0]!;
    const url = `/api/files/${file.sha256}?agreement=${id}`;
    const shown = await preview('format=pdf&language=zh', auditor);
    expect((await api.get(url, auditor)).rawPayload.equals(shown.rawPayload)).toBe(true);
    expect((await api.get(url, stranger)).statusCode).toBe(404);
  });

  it('is issued by a party or a coordinator alone', async () => {
    const { auditor, stranger } = api.people;
    const body = { format: 'docx', language: 'zh' };
    const refused = await issue(body, auditor);
    expect([refused.statusCode, problemIn(refused).code]).toEqual([403, 'not-allowed']);
    expect((await issue(body, stranger)).statusCode).toBe(404);
    expect((await issue({ ...body, textHash: 'x' }, auditor)).statusCode).toBe(400);
    expect((await letterNow()).agreement.documents).toHaveLength(1);
  });

  it('names the signs that its PDF cannot show, for whoever may see the letter', async () => {
    const { chair, stranger } = api.people;
    const other = await proposed();
    const signs = (language: string, personId?: string) =>
      api.get(`/api/agreements/${other}/unprintable-signs?language=${language}`, personId);
    expect((await signs('both', chair)).json()).toEqual({ signs: [] });
    const section = {
      sectionId: 'names',
      heading: '代表',
      body: '㛃先生与㛃女士（Łucja）😀',
      baseHash: null,
    };
    await api.post(`/api/agreements/${other}/revise-section`, { ...section, rendition: 'zh' }, chair);
    expect((await signs('zh', chair)).json()).toEqual({ signs: ['㛃', 'Ł', '😀'] });
    expect((await signs('en', chair)).json()).toEqual({ signs: [] });
    expect((await signs('zh', stranger)).statusCode).toBe(404);
    expect((await signs('zh')).statusCode).toBe(401);
    expect((await signs('fr', chair)).statusCode).toBe(400);
  });

  it('is another document once the text is another', async () => {
    const { chair } = api.people;
    const section = {
      sectionId: 'costs',
      rendition: 'zh',
      heading: '六、经费',
      body: '各自承担。',
      baseHash: null,
    };
    const revised = await api.post(`/api/agreements/${id}/revise-section`, section, chair);
    expect(revised.statusCode).toBe(200);
    expect((await issue({ format: 'docx', language: 'both' }, chair)).json()).toMatchObject({
      unchanged: false,
    });
    const { agreement } = await letterNow();
    expect(new Set(agreement.documents?.map(({ textHash }) => textHash)).size).toBe(2);
  });
});
