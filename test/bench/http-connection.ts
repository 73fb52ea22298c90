import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive connection that sends one request at a time. Node's own client costs as much as the server that is
 * measured; on a machine with few cores it would be measured instead.
 */
export class HttpConnection {
  #received = '';
  #waiting:
    { readonly resolve: (answer: HttpAnswer) => void; readonly reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true).setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.#received += text;
      this.#answer();
    });
    const failed = (error?: Error): void => {
      this.#waiting?.reject(error ?? new Error('the server closed the connection'));
    };
    socket.on('error', failed).on('close', () => {
      failed();
    });
  }

  static async open(url: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new HttpConnection(socket, host);
  }

  get(path: string, token: string): Promise<HttpAnswer> {
    return this.#ask(`GET ${path}`, token, '\r\n');
  }

  /** `more`: further header lines, each with its line end. */
  post(path: string, token: string, body: object, more = ''): Promise<HttpAnswer> {
    const text = JSON.stringify(body);
    const length = Buffer.byteLength(text);
    const rest = `Content-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n${text}`;
    return this.#ask(`POST ${path}`, token, rest);
  }

  close(): void {
    this.#waiting = undefined;
    this.socket.destroy();
  }

  #ask(request: string, token: string, rest: string): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(
        `${request} HTTP/1.1\r\nHost: ${this.host}\r\nAuthorization: Bearer ${token}\r\n${rest}`,
      );
    });
  }

  #answer(): void {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = this.#received.slice(0, end);
    const length = Number(/^content-length: (\d+)/imu.exec(head)?.[1] ?? 0);
    const body = this.#received.slice(end + 4);
    // Counted in characters first: only text beyond ASCII makes them fewer than its bytes.
    if (body.length < length && Buffer.byteLength(body) < length) return;
    this.#received = '';
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
