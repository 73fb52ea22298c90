/** What the API must be told; the engine brings the rest. */
export interface ApiSettings {
  readonly production: boolean;
  /** Whether mails leave this machine. */
  readonly mail: 'smtp' | 'outbox';
  /** The address people open, without a slash at its end. */
  readonly publicUrl: string;
  /** Folder of the built web page; undefined: none is served. */
  readonly webRoot: string | undefined;
}

export const API_SETTINGS = Symbol('ApiSettings');
export const API_LOG = Symbol('ApiLog');
