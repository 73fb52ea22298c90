import type { Language } from '@entente/agreement';
import { InvalidCursor } from '@entente/application';
import { EventRefused, EventStoreUnavailable, UnknownEvent, UnreadableEvent } from '@entente/event-sourcing';
import { NotSignedIn } from '@entente/identity';
import { refusalSentence } from '@entente/narrative';
import { isDatabaseUnavailable } from '@entente/platform';
import { HttpException } from '@nestjs/common';

import { CommandRefused } from './command-refused.js';
import { statusOfRefusal, type RefusalStatus } from './refusal-status.js';
import { RequestProblem, type RequestProblemCode } from './request-problem.js';
import { fieldSentence, requestSentence, requestTellings, type RequestStatus } from './request-sentences.js';

/** Problem details, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly detail: string }[];
}

const titles: Readonly<Record<RequestStatus | RefusalStatus, Readonly<Record<Language, string>>>> = {
  400: { zh: '请求有误', en: 'Not understood' },
  401: { zh: '尚未登录', en: 'Not signed in' },
  403: { zh: '无权操作', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '与现状冲突', en: 'Not as things stand' },
  410: { zh: '已失效', en: 'No longer there' },
  412: { zh: '已有新的变动', en: 'Changed in the meantime' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '格式不支持', en: 'Not JSON' },
  422: { zh: '未被接受', en: 'Refused' },
  429: { zh: '过于频繁', en: 'Too many' },
  500: { zh: '系统内部出错', en: 'Internal error' },
  503: { zh: '暂时无法服务', en: 'Not available' },
};

/** Whatever was thrown, as a problem to answer with; what nobody foresaw tells nothing of itself. */
export function problemOf(error: unknown, language: Language): Problem {
  if (error instanceof CommandRefused) return refusalProblem(error.refusal, language);
  if (error instanceof EventRefused) return refusalProblem({ code: error.code }, language);
  return requestProblem(asRequestProblem(error), language);
}

function refusalProblem({ code, field, facts }: CommandRefused['refusal'], language: Language): Problem {
  return problem(code, statusOfRefusal(code), refusalSentence(code, facts, language), language, {
    ...(field === undefined ? {} : { field }),
    ...(facts === undefined ? {} : { facts }),
  });
}

function requestProblem({ code, about }: RequestProblem, language: Language): Problem {
  const { field, facts, errors } = about;
  const told = errors?.map((wrong) => ({
    field: wrong.field,
    code: wrong.code,
    detail: fieldSentence(wrong, language),
  }));
  const sentence = requestSentence(code, { ...facts, header: field }, language);
  return problem(code, requestTellings[code].status, sentence, language, {
    ...(field === undefined ? {} : { field }),
    ...(facts === undefined ? {} : { facts }),
    ...(told === undefined ? {} : { errors: told }),
  });
}

function problem(
  code: string,
  status: keyof typeof titles,
  detail: string,
  language: Language,
  rest: Pick<Problem, 'field' | 'facts' | 'errors'>,
): Problem {
  return {
    type: `urn:entente:problem:${code}`,
    title: titles[status][language],
    status,
    code,
    detail,
    ...rest,
  };
}

function asRequestProblem(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  if (error instanceof NotSignedIn) return new RequestProblem('not-signed-in');
  if (error instanceof InvalidCursor) {
    return new RequestProblem('invalid-query', { errors: [{ field: 'cursor', code: 'malformed' }] });
  }
  if (error instanceof EventStoreUnavailable || isDatabaseUnavailable(error)) {
    return new RequestProblem('store-unavailable');
  }
  if (error instanceof UnknownEvent || error instanceof UnreadableEvent) {
    return new RequestProblem('stream-unreadable');
  }
  if (error instanceof HttpException) return new RequestProblem(codeOfStatus(error.getStatus()));
  return new RequestProblem('internal-error');
}

/** What Nest and Fastify refuse by themselves. */
function codeOfStatus(status: number): RequestProblemCode {
  switch (status) {
    case 401:
      return 'not-signed-in';
    case 403:
      return 'cross-origin';
    case 404:
    case 405:
      return 'not-found';
    case 413:
      return 'body-too-large';
    case 415:
      return 'unsupported-media-type';
    case 429:
      return 'too-many-requests';
    case 503:
      return 'store-unavailable';
    default:
      return status < 500 ? 'bad-request' : 'internal-error';
  }
}
