import type { JsonFaultCode } from './read-json.js';

/** Why a body is no JSON object that the log could hold. */
export type BodyFaultCode = JsonFaultCode | 'empty-body' | 'not-an-object' | 'invalid-utf-8';
