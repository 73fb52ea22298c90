import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSED_ALREADY = new Set(['.png', '.ico', '.woff2']);
const WORTH_COMPRESSING = 1_000;

const ENCODINGS = { '.br': 'br', '.gz': 'gzip' } as const;

export type Encoding = 'br' | 'gzip';

/** A file of the built page, in memory. */
export class WebFile {
  readonly type: string;
  readonly etag: string;
  /** Vite puts a hash of their content into the names of assets: they never change. */
  readonly immutable: boolean;
  readonly #compressible: boolean;
  readonly #compressed: Map<Encoding, Buffer | Promise<Buffer>>;

  /** `compressed`: as the build left it. */
  constructor(
    name: string,
    readonly content: Buffer,
    compressed: ReadonlyMap<Encoding, Buffer>,
  ) {
    this.#compressed = new Map(compressed);
    const extension = path.posix.extname(name);
    this.type = TYPES[extension] ?? 'application/octet-stream';
    this.etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    this.immutable = name.startsWith('/assets/');
    this.#compressible = content.length > WORTH_COMPRESSING && !COMPRESSED_ALREADY.has(extension);
  }

  /** The encodings it is worth sending in, best first. */
  get encodings(): readonly Encoding[] {
    return this.#compressible ? ['br', 'gzip'] : [];
  }

  /** Where the build did not, compressed when it is first asked for, and kept. */
  async compressed(encoding: Encoding): Promise<Buffer> {
    let made = this.#compressed.get(encoding);
    if (!made) {
      made = encoding === 'br' ? brotli(this.content) : gzipped(this.content, { level: 9 });
      this.#compressed.set(encoding, made);
    }
    return made;
  }
}

const gzipped = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

function brotli(content: Buffer): Promise<Buffer> {
  return compressBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/**
 * The built web page, read once at the start. A request is looked up by name among the files that exist, so no path,
 * however it is spelled, leads anywhere else.
 */
export class WebBuild {
  private constructor(
    private readonly files: ReadonlyMap<string, WebFile>,
    readonly index: WebFile,
  ) {}

  /** Undefined when there is no build in the folder. */
  static read(folder: string): WebBuild | undefined {
    if (!existsSync(path.join(folder, 'index.html'))) return undefined;
    const read = new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file) => [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, readFileSync(file)]),
    );
    const files = new Map<string, WebFile>();
    for (const [name, content] of read) {
      const original = name.slice(0, -path.posix.extname(name).length);
      if (path.posix.extname(name) in ENCODINGS && read.has(original)) continue;
      const compressed = Object.entries(ENCODINGS).flatMap(([ending, encoding]) => {
        const made = read.get(`${name}${ending}`);
        return made ? [[encoding, made] as const] : [];
      });
      files.set(name, new WebFile(name, content, new Map(compressed)));
    }
    const index = files.get('/index.html');
    return index && new WebBuild(files, index);
  }

  /** The file of that name; the page itself for an address of the page; undefined for what should be a file. */
  at(pathname: string): WebFile | undefined {
    const file = this.files.get(pathname);
    if (file) return file;
    const isFile = pathname.startsWith('/assets/') || /\.[a-z0-9]{1,12}$/iu.test(pathname);
    return isFile ? undefined : this.index;
  }
}
