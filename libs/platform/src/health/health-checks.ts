import { causeOf } from '../logging/describe-error.js';

export interface HealthCheck {
  readonly name: string;
  /** Without it no request can be answered: not ready. Otherwise its failure only degrades. */
  readonly required: boolean;
  /** Rejects with what is wrong. It may answer figures to show to anybody, e.g. a lag. */
  check(): Promise<object | undefined>;
}

/** What is wrong, with figures that are shown all the same. */
export class FailingWithFigures extends Error {
  override readonly name = 'FailingWithFigures';
  constructor(
    message: string,
    readonly figures: object,
  ) {
    super(message);
  }
}

export interface CheckResult {
  readonly name: string;
  readonly status: 'ok' | 'failing';
  readonly required: boolean;
  readonly cause?: string;
  readonly figures?: object;
}

export interface Readiness {
  /** `degraded`: requests are answered, but something an operator should see is wrong. */
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly checks: readonly CheckResult[];
}

const PATIENCE_MS = 2_000;

/** What `/health/ready` asks. `/health/live` asks nothing: a process that answers is alive. */
export class HealthChecks {
  readonly #checks: HealthCheck[] = [];

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  register(check: HealthCheck): void {
    this.#checks.push(check);
  }

  async readiness(): Promise<Readiness> {
    const checks = await Promise.all(this.#checks.map((check) => this.#result(check)));
    const failing = checks.filter(({ status }) => status === 'failing');
    const status =
      failing.length === 0 ? 'ok' : failing.some(({ required }) => required) ? 'unavailable' : 'degraded';
    return { status, checks };
  }

  async #result(check: HealthCheck): Promise<CheckResult> {
    const { name, required } = check;
    try {
      const figures = await this.#inTime(check);
      return { name, required, status: 'ok', ...(figures === undefined ? {} : { figures }) };
    } catch (error) {
      const figures = error instanceof FailingWithFigures ? { figures: error.figures } : {};
      return { name, required, status: 'failing', cause: causeOf(error), ...figures };
    }
  }

  async #inTime(check: HealthCheck): Promise<object | undefined> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      late.reject(new Error(`no answer within ${this.patienceMs} ms`));
    }, this.patienceMs);
    try {
      return await Promise.race([check.check(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
