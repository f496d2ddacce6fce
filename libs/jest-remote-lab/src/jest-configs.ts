/** What is needed of Jest's `globalConfig`; the same in Jest 29 and 30. */
export interface GlobalConfig {
  readonly watch: boolean;
  readonly watchAll: boolean;
  readonly maxWorkers: number;
  readonly rootDir: string;
}

/** What is needed of Jest's `projectConfig`. */
export interface ProjectConfig {
  readonly rootDir: string;
}
