export type JsonFaultCode = 'todo';
